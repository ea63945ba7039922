import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import type { Visit } from './visit.ts';

const WITHDRAW_VISIT = graphql(`
  mutation WithdrawVisit($input: WithdrawVisitInput!) {
    withdrawVisit(input: $input) { visit { id version withdrawnAt } }
  }
`);

/** Withdraws a visit that never was or was recorded twice, after asking why. */
export function WithdrawVisit({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation('visits');
  const withdraw = useChange(WITHDRAW_VISIT);
  return (
    <FormModal<{ reason: string }>
      title={t('withdrawTitle', { day: visit.visitedOn })}
      lead={t('withdrawLead')}
      submitLabel={t('withdraw')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await withdraw({ visit: visit.id, reason });
        return t('withdrawn');
      }}
    >
      <Required name="reason" label={t('withdrawReason')}>
        <Input maxLength={most.visitReason} />
      </Required>
    </FormModal>
  );
}
