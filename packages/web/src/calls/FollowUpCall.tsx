import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { type FollowedUp, FollowUpFields } from '../requests/FollowUpFields.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const FOLLOW_UP_CALL = graphql(`
  mutation FollowUpCall($input: FollowUpCallInput!) {
    followUpCall(input: $input) { call { id state version } }
  }
`);

/** Follows the answer to a call up: what was said closes it, or opens it again. */
export function FollowUpCall(props: StepProps) {
  const { t } = useTranslation('calls');
  const followUp = useChange(FOLLOW_UP_CALL);
  return (
    <StepForm<FollowedUp>
      {...props}
      step="FOLLOW_UP"
      lead={t('reopens')}
      take={(values, common) => followUp({ ...common, ...values })}
    >
      <FollowUpFields />
    </StepForm>
  );
}
