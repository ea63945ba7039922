import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallStep } from '../generated/graphql.ts';
import { StepButtons } from '../ui/StepButtons.tsx';
import { AnswerCall } from './AnswerCall.tsx';
import type { Call } from './call.ts';
import { FollowUpCall } from './FollowUpCall.tsx';
import { ReviseCall } from './ReviseCall.tsx';
import { TryCaller } from './TryCaller.tsx';
import { WithdrawCall } from './WithdrawCall.tsx';

/** The step that carries a call on from its state: its button stands out. */
const next: Partial<Record<Call['state'], CallStep>> = { MISSED: 'ANSWER', REOPENED: 'ANSWER', ANSWERED: 'FOLLOW_UP' };

/** The steps that its viewer may take with a call now, as buttons. */
export function CallActions({ call }: { call: Call }) {
  const { t } = useTranslation('calls');
  const [taking, setTaking] = useState<CallStep | null>(null);
  const { actions, state } = call;
  const props = { call, onClose: () => setTaking(null) };
  return (
    <div className="actions">
      <StepButtons
        steps={actions}
        next={next[state]}
        danger={['WITHDRAW']}
        nameOf={(step) => (step === 'ANSWER' && state === 'REQUESTED' ? t('addRequests') : t(`steps.${step}`))}
        onTake={setTaking}
      />
      {taking === 'ANSWER' && <AnswerCall {...props} />}
      {taking === 'TRY' && <TryCaller {...props} />}
      {taking === 'FOLLOW_UP' && <FollowUpCall {...props} />}
      {taking === 'REVISE' && <ReviseCall {...props} />}
      {taking === 'WITHDRAW' && <WithdrawCall {...props} />}
    </div>
  );
}
