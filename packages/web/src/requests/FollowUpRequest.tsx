import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { type FollowedUp, FollowUpFields } from './FollowUpFields.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const FOLLOW_UP_REQUEST = graphql(`
  mutation FollowUpRequest($input: FollowUpRequestInput!) {
    followUpRequest(input: $input) { request { id state version } }
  }
`);

/** Follows up a handled request: what was said closes it, or opens it again. */
export function FollowUpRequest(props: StepProps) {
  const { t } = useTranslation('requests');
  const followUp = useChange(FOLLOW_UP_REQUEST);
  return (
    <StepForm<{ on: string } & FollowedUp>
      {...props}
      step="FOLLOW_UP"
      lead={t('reopens')}
      take={(values, common) => followUp({ ...common, ...values })}
    >
      <FollowUpFields />
    </StepForm>
  );
}
