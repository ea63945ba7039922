import { useTranslation } from 'react-i18next';
import type { CallStep } from '../generated/graphql.ts';
import { StepActions } from '../ui/StepActions.tsx';
import { AnswerCall } from './AnswerCall.tsx';
import type { Call } from './call.ts';
import { FollowUpCall } from './FollowUpCall.tsx';
import { ReviseCall } from './ReviseCall.tsx';
import { endings } from './StepForm.tsx';
import { TryCaller } from './TryCaller.tsx';
import { WithdrawCall } from './WithdrawCall.tsx';

/** The step that carries a call on from its state: its button stands out. */
const next: Partial<Record<Call['state'], CallStep>> = { MISSED: 'ANSWER', REOPENED: 'ANSWER', ANSWERED: 'FOLLOW_UP' };

const forms = {
  ANSWER: AnswerCall,
  TRY: TryCaller,
  FOLLOW_UP: FollowUpCall,
  REVISE: ReviseCall,
  WITHDRAW: WithdrawCall,
};

/** The steps that its viewer may take with a call now, as buttons. */
export function CallActions({ call }: { call: Call }) {
  const { t } = useTranslation('calls');
  const { actions, state } = call;
  return (
    <StepActions
      steps={actions}
      forms={forms}
      of={{ call }}
      next={next[state]}
      endings={endings}
      nameOf={(step) => (step === 'ANSWER' && state === 'REQUESTED' ? t('addRequests') : t(`steps.${step}`))}
    />
  );
}
