import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '../generated/graphql.ts';
import { Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';

/** The roles that a town gives out itself. */
export const townRoles = [
  'TOWN_ADMINISTRATOR',
  'UNIT_OFFICER',
  'TEAM_LEAD',
  'TEAM_MEMBER',
  'MEDIATOR',
  'SOCIAL_WORKER',
  'INSPECTOR',
  'SOCIAL_PARTY_COMMITTEE',
  'AUDITOR',
] as const satisfies readonly Role[];
export type TownRole = (typeof townRoles)[number];

/** What each role is held on. */
const placeOf: Record<TownRole, 'town' | 'unit' | 'team'> = {
  TOWN_ADMINISTRATOR: 'town',
  UNIT_OFFICER: 'unit',
  TEAM_LEAD: 'team',
  TEAM_MEMBER: 'team',
  MEDIATOR: 'unit',
  SOCIAL_WORKER: 'unit',
  INSPECTOR: 'town',
  SOCIAL_PARTY_COMMITTEE: 'town',
  AUDITOR: 'town',
};

/** A role with what it is held on, as a form holds it. */
export interface Duty {
  role: TownRole;
  unit?: string;
  team?: string;
}

/** A role with only what belongs to it, whatever else was chosen before the role was changed. */
export function dutyOf({ role, unit, team }: Duty): { role: TownRole; unit: string | null; team: string | null } {
  return {
    role,
    unit: placeOf[role] === 'unit' ? (unit ?? null) : null,
    team: placeOf[role] === 'team' ? (team ?? null) : null,
  };
}

/** The fields for a role and the unit or team that it is held on. */
export function DutyFields({ town, roles }: { town: string; roles: readonly TownRole[] }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      <Form.Item name="role" label={t('roleLabel')}>
        <Select options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before: Duty, after: Duty) => before.role !== after.role}>
        {(form) => {
          const place = placeOf[form.getFieldValue('role') as TownRole];
          if (place === 'town') return null;
          return place === 'unit' ? (
            <Required chosen name="unit" label={t('unit')}>
              <TreePicker town={town} pick="unit" placeholder={t('pickUnit')} />
            </Required>
          ) : (
            <Required chosen name="team" label={t('team')}>
              <TreePicker town={town} pick="team" placeholder={t('pickTeam')} />
            </Required>
          );
        }}
      </Form.Item>
    </>
  );
}
