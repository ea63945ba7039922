import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const WITHDRAW_CALL = graphql(`
  mutation WithdrawCall($input: WithdrawCallInput!) {
    withdrawCall(input: $input) { call { id state version } }
  }
`);

/** Withdraws a call that never was, or was recorded twice. */
export function WithdrawCall(props: StepProps) {
  const { t } = useTranslation('calls');
  const withdraw = useChange(WITHDRAW_CALL);
  return (
    <StepForm<{ reason: string }>
      {...props}
      step="WITHDRAW"
      lead={t('withdrawLead')}
      take={({ reason }, common) => withdraw({ ...common, reason })}
    >
      <Required name="reason" label={t('reason')}>
        <Input maxLength={most.visitReason} />
      </Required>
    </StepForm>
  );
}
