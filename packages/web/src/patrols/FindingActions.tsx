import { useTranslation } from 'react-i18next';
import type { PatrolFindingStep } from '../generated/graphql.ts';
import { StepActions } from '../ui/StepActions.tsx';
import { ActOnFinding, FollowUpFinding } from './ActOnFinding.tsx';
import { CorrectFinding } from './CorrectFinding.tsx';
import { DeclineFinding, ReopenFinding } from './DeclineFinding.tsx';
import { PassOnFinding, RaiseFinding } from './PassOnFinding.tsx';
import type { Finding } from './patrol.ts';
import { endings } from './StepForm.tsx';

/** The order in which the steps are offered. */
const order: readonly PatrolFindingStep[] = ['ACT', 'RAISE', 'PASS_ON', 'DECLINE', 'FOLLOW_UP', 'REOPEN', 'CORRECT'];

const forms = {
  ACT: ActOnFinding,
  FOLLOW_UP: FollowUpFinding,
  RAISE: RaiseFinding,
  PASS_ON: PassOnFinding,
  DECLINE: DeclineFinding,
  REOPEN: ReopenFinding,
  CORRECT: CorrectFinding,
};

/** The steps that its viewer may take with something a patrol brought up, as buttons. */
export function FindingActions({ finding, town }: { finding: Finding; town: string }) {
  const { t } = useTranslation('patrols');
  return (
    <StepActions
      size="small"
      steps={order.filter((step) => finding.actions.includes(step))}
      forms={forms}
      of={{ finding, town }}
      next="ACT"
      endings={endings}
      nameOf={(step) => t(`steps.${step}`)}
    />
  );
}
