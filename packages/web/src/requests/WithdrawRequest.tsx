import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { Written } from '../ui/Written.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const WITHDRAW_REQUEST = graphql(`
  mutation WithdrawRequest($input: WithdrawRequestInput!) {
    withdrawRequest(input: $input) { request { id state version } }
  }
`);

/** Withdraws a request that is not handled yet. */
export function WithdrawRequest(props: StepProps) {
  const { t } = useTranslation('requests');
  const withdraw = useChange(WITHDRAW_REQUEST);
  return (
    <StepForm<{ on: string; reason: string }>
      {...props}
      step="WITHDRAW"
      take={({ reason }, common) => withdraw({ ...common, reason })}
    >
      <Written name="reason" label={t('reason')} />
    </StepForm>
  );
}
