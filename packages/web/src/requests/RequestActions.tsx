import { useTranslation } from 'react-i18next';
import type { RequestStep } from '../generated/graphql.ts';
import { StepActions } from '../ui/StepActions.tsx';
import { AcceptRequest } from './AcceptRequest.tsx';
import { ClassifyRequest } from './ClassifyRequest.tsx';
import { FollowUpRequest } from './FollowUpRequest.tsx';
import { AddEvidence, HandleRequest } from './HandleRequest.tsx';
import { EscalateRequest, ReturnRequest } from './MoveRequest.tsx';
import { NotePartyAnswer, ReferRequest } from './ReferRequest.tsx';
import type { RequestInFull } from './request.ts';
import { endings } from './StepForm.tsx';
import { WithdrawRequest } from './WithdrawRequest.tsx';

/** The step that carries a request on from its state: its button stands out. */
const next: Partial<Record<RequestInFull['state'], readonly RequestStep[]>> = {
  RAISED: ['ACCEPT'],
  ACCEPTED: ['HANDLE', 'CLASSIFY'],
  REFERRED: ['NOTE_ANSWER'],
  HANDLED: ['FOLLOW_UP'],
};

// The buttons that add photographs and households stand with what they add to.
const forms = {
  ACCEPT: AcceptRequest,
  CLASSIFY: ClassifyRequest,
  ESCALATE: EscalateRequest,
  RETURN: ReturnRequest,
  REFER: ReferRequest,
  NOTE_ANSWER: NotePartyAnswer,
  ADD_EVIDENCE: AddEvidence,
  HANDLE: HandleRequest,
  FOLLOW_UP: FollowUpRequest,
  WITHDRAW: WithdrawRequest,
};

/** The steps that its viewer may take with a request now, as buttons. */
export function RequestActions({ request }: { request: RequestInFull }) {
  const { t } = useTranslation('requests');
  const { actions, state } = request;
  return (
    <StepActions
      steps={actions}
      forms={forms}
      of={{ request }}
      next={next[state]?.find((step) => actions.includes(step))}
      endings={endings}
      nameOf={(step) => (step === 'ACCEPT' && state === 'ACCEPTED' ? t('handOver') : t(`steps.${step}`))}
    />
  );
}
