import { Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PartnerPicker } from '../people/PartnerPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import type { Programme } from '../programmes/programme.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import type { ContestTeam } from './contest.ts';

export const ENTER = graphql(`
  mutation EnterContestTeams($input: EnterContestTeamsInput!) {
    enterContestTeams(input: $input) { programme { id contest { teams { id } } } }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawContestTeam($input: WithdrawContestTeamInput!) {
    withdrawContestTeam(input: $input) { programme { id contest { teams { id } } } }
  }
`);

interface Values {
  name: string;
  of: 'unit' | 'partner';
  unit?: string;
  partner?: string;
  people?: number | null;
}

/** Enters a team of a unit in a contest; whoever manages it, one of a partner organisation too. */
export function EnterTeam({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const { t } = useTranslation(['contests', 'people', 'ui']);
  const enter = useChange(ENTER);
  const register = useRegister(programme.town.code);
  return (
    <FormModal<Values>
      title={t('enter')}
      submitLabel={t('enter')}
      initialValues={{ of: 'unit' }}
      onClose={onClose}
      onSubmit={async ({ name, of, unit = null, partner = '', people = null }) => {
        const whose = of === 'unit' ? { unit } : { partner: await register.partner(partner) };
        await enter({ programme: programme.id, teams: [{ name, people, ...whose }] });
        return t('ui:saved');
      }}
    >
      <Required name="name" label={t('teamName')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      {can(programme, 'PROGRAMME_MANAGE') && (
        <Form.Item name="of" label={t('whose')}>
          <Radio.Group
            options={(['unit', 'partner'] as const).map((value) => ({ value, label: t(`whoseOf.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item noStyle shouldUpdate={(before, after) => before.of !== after.of}>
        {(form) =>
          form.getFieldValue('of') === 'partner' ? (
            <Required chosen name="partner" label={t('people:partner')} extra={t('people:typeToFind')}>
              <PartnerPicker town={programme.town.code} />
            </Required>
          ) : (
            <Required chosen name="unit" label={t('unit')}>
              <TreePicker town={programme.town.code} pick="unit" placeholder={t('unit')} />
            </Required>
          )
        }
      </Form.Item>
      <Form.Item name="people" label={t('peopleIn')}>
        <InputNumber min={1} max={1000} precision={0} />
      </Form.Item>
    </FormModal>
  );
}

/** Takes a team out of a contest. */
export function WithdrawTeam({ team, onClose }: { team: ContestTeam; onClose: () => void }) {
  const { t } = useTranslation(['contests', 'ui']);
  const withdraw = useChange(WITHDRAW);
  return (
    <FormModal<{ reason: string }>
      danger
      title={t('withdraw')}
      lead={t('withdrawLead', { name: team.name })}
      submitLabel={t('withdraw')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await withdraw({ team: team.id, reason });
        return t('ui:saved');
      }}
    >
      <Written name="reason" label={t('reason')} />
    </FormModal>
  );
}
