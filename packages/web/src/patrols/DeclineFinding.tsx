import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { Written } from '../ui/Written.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const DECLINE_PATROL_FINDING = graphql(`
  mutation DeclinePatrolFinding($input: DeclinePatrolFindingInput!) {
    declinePatrolFinding(input: $input) { finding { id version } }
  }
`);

const REOPEN_PATROL_FINDING = graphql(`
  mutation ReopenPatrolFinding($input: ReopenPatrolFindingInput!) {
    reopenPatrolFinding(input: $input) { finding { id version } }
  }
`);

interface Values {
  on: string;
  reason: string;
}

/** Notes why it is not adopted. */
export function DeclineFinding({ town: _, ...props }: StepProps) {
  const { t } = useTranslation('patrols');
  const decline = useChange(DECLINE_PATROL_FINDING);
  return (
    <StepForm<Values> {...props} step="DECLINE" take={({ reason }, common) => decline({ ...common, reason })}>
      <Written name="reason" label={t('declineReason')} />
    </StepForm>
  );
}

/** Opens it again. */
export function ReopenFinding({ town: _, ...props }: StepProps) {
  const { t } = useTranslation('patrols');
  const reopen = useChange(REOPEN_PATROL_FINDING);
  return (
    <StepForm<Values> {...props} step="REOPEN" take={({ reason }, common) => reopen({ ...common, reason })}>
      <Written name="reason" label={t('reopenReason')} />
    </StepForm>
  );
}
