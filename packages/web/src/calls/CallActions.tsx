import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallStep } from '../generated/graphql.ts';
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
  const primary = next[state];
  const props = { call, onClose: () => setTaking(null) };
  return (
    <div className="actions">
      {[...actions]
        .sort((a, b) => Number(b === primary) - Number(a === primary))
        .map((step) => (
          <Button
            key={step}
            type={step === primary ? 'primary' : 'default'}
            danger={step === 'WITHDRAW'}
            onClick={() => setTaking(step)}
          >
            {step === 'ANSWER' && state === 'REQUESTED' ? t('addRequests') : t(`steps.${step}`)}
          </Button>
        ))}
      {taking === 'ANSWER' && <AnswerCall {...props} />}
      {taking === 'TRY' && <TryCaller {...props} />}
      {taking === 'FOLLOW_UP' && <FollowUpCall {...props} />}
      {taking === 'REVISE' && <ReviseCall {...props} />}
      {taking === 'WITHDRAW' && <WithdrawCall {...props} />}
    </div>
  );
}
