import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { TeamRole } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { PartnerPicker } from '../people/PartnerPicker.tsx';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { nameOf, teamRoles } from './team.ts';

const JOIN_TEAM = graphql(`
  mutation JoinTeam($input: JoinTeamInput!) {
    joinTeam(input: $input) { member { id person { id name } partner { id name } } }
  }
`);

interface Props {
  team: { id: string; name: string; town: { code: string } };
  hasLead: boolean;
  onClose: () => void;
}

/** Adds a person, or a partner organisation, to a team in a role. */
export function JoinTeam({ team, hasLead, onClose }: Props) {
  const { t } = useTranslation(['teams', 'people', 'ui']);
  const join = useChange(JOIN_TEAM);
  const register = useRegister(team.town.code);
  return (
    <FormModal<{ role: TeamRole; person?: string; partner?: string; from: string }>
      title={t('joinTitle', { name: team.name })}
      submitLabel={t('join')}
      initialValues={{ role: hasLead ? 'VOLUNTEER' : 'LEAD', from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ role, person = '', partner = '', from }) => {
        const who =
          role === 'PARTNER' ? { partner: await register.partner(partner) } : { person: await register.person(person) };
        const { joinTeam } = await join({ team: team.id, role, from, ...who });
        return t('joined', { name: nameOf(joinTeam.member) });
      }}
    >
      <Form.Item name="role" label={t('roleLabel')}>
        <Select options={teamRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, after) => before.role !== after.role}>
        {(form) =>
          form.getFieldValue('role') === 'PARTNER' ? (
            <Required chosen name="partner" label={t('people:partner')} extra={t('people:typeToFind')}>
              <PartnerPicker town={team.town.code} />
            </Required>
          ) : (
            <Required chosen name="person" label={t('people:person')} extra={t('people:typeToFind')}>
              <PersonPicker town={team.town.code} />
            </Required>
          )
        }
      </Form.Item>
      <DayField name="from" />
    </FormModal>
  );
}
