import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import type { Patrol } from './patrol.ts';

const WITHDRAW_PATROL = graphql(`
  mutation WithdrawPatrol($input: WithdrawPatrolInput!) {
    withdrawPatrol(input: $input) { patrol { id version } }
  }
`);

/** Withdraws a patrol that never was or was recorded twice, after asking why. */
export function WithdrawPatrol({ patrol, onClose }: { patrol: Patrol; onClose: () => void }) {
  const { t } = useTranslation('patrols');
  const withdraw = useChange(WITHDRAW_PATROL);
  return (
    <FormModal<{ reason: string }>
      title={`${t('withdraw')} · ${patrol.patrolledOn}`}
      lead={t('withdrawLead')}
      submitLabel={t('withdraw')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await withdraw({ patrol: patrol.id, reason });
        return t('withdrawn');
      }}
    >
      <Required name="reason" label={t('withdrawReason')}>
        <Input maxLength={most.visitReason} />
      </Required>
    </FormModal>
  );
}
