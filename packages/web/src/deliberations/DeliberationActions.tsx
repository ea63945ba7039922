import { useTranslation } from 'react-i18next';
import type { DeliberationStep } from '../generated/graphql.ts';
import { StepActions } from '../ui/StepActions.tsx';
import type { Deliberation } from './deliberation.ts';
import { HoldMeeting } from './HoldMeeting.tsx';
import { AddVoters, LeaveOutVoters } from './NameVoters.tsx';
import { OpenVote } from './OpenVote.tsx';
import { endings } from './StepForm.tsx';
import { BeginWork, CallOff, CheckWork, Decide, FinishWork, ReportWork, Revise } from './StepForms.tsx';

/** The step that carries a deliberation on from its state: its button stands out. */
const next: Partial<Record<Deliberation['state'], DeliberationStep>> = {
  PREPARED: 'OPEN',
  CLOSED: 'DECIDE',
  PASSED: 'BEGIN_WORK',
  IN_WORK: 'REPORT',
  DONE: 'CHECK',
};

const forms = {
  REVISE: Revise,
  ADD_VOTERS: AddVoters,
  LEAVE_OUT: LeaveOutVoters,
  MEET: HoldMeeting,
  OPEN: OpenVote,
  DECIDE: Decide,
  BEGIN_WORK: BeginWork,
  REPORT: ReportWork,
  FINISH: FinishWork,
  CHECK: CheckWork,
  CALL_OFF: CallOff,
};

/** The steps that its viewer may take with a deliberation now, as buttons. */
export function DeliberationActions({ deliberation }: { deliberation: Deliberation }) {
  const { t } = useTranslation('deliberations');
  return (
    <StepActions
      steps={deliberation.actions}
      forms={forms}
      of={{ deliberation }}
      next={next[deliberation.state]}
      endings={endings}
      nameOf={(step) => t(`steps.${step}`)}
    />
  );
}
