import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestStep } from '../generated/graphql.ts';
import { StepButtons } from '../ui/StepButtons.tsx';
import { AcceptRequest } from './AcceptRequest.tsx';
import { ClassifyRequest } from './ClassifyRequest.tsx';
import { FollowUpRequest } from './FollowUpRequest.tsx';
import { AddEvidence, HandleRequest } from './HandleRequest.tsx';
import { MoveRequest } from './MoveRequest.tsx';
import { NotePartyAnswer, ReferRequest } from './ReferRequest.tsx';
import type { RequestInFull } from './request.ts';
import { WithdrawRequest } from './WithdrawRequest.tsx';

/** The step that carries a request on from its state: its button stands out. */
const next: Partial<Record<RequestInFull['state'], readonly RequestStep[]>> = {
  RAISED: ['ACCEPT'],
  ACCEPTED: ['HANDLE', 'CLASSIFY'],
  REFERRED: ['NOTE_ANSWER'],
  HANDLED: ['FOLLOW_UP'],
};

/** Their buttons stand with what they add to. */
const elsewhere: readonly RequestStep[] = ['ADD_PHOTOS', 'ADD_HOUSEHOLDS'];

/** The steps that its viewer may take with a request now, as buttons. */
export function RequestActions({ request }: { request: RequestInFull }) {
  const { t } = useTranslation('requests');
  const [taking, setTaking] = useState<RequestStep | null>(null);
  const { actions, state } = request;
  const props = { request, onClose: () => setTaking(null) };
  return (
    <div className="actions">
      <StepButtons
        steps={actions.filter((step) => !elsewhere.includes(step))}
        next={next[state]?.find((step) => actions.includes(step))}
        danger={['WITHDRAW']}
        nameOf={(step) => (step === 'ACCEPT' && state === 'ACCEPTED' ? t('handOver') : t(`steps.${step}`))}
        onTake={setTaking}
      />
      {taking === 'ACCEPT' && <AcceptRequest {...props} />}
      {taking === 'CLASSIFY' && <ClassifyRequest {...props} />}
      {(taking === 'ESCALATE' || taking === 'RETURN') && <MoveRequest {...props} step={taking} />}
      {taking === 'REFER' && <ReferRequest {...props} />}
      {taking === 'NOTE_ANSWER' && <NotePartyAnswer {...props} />}
      {taking === 'ADD_EVIDENCE' && <AddEvidence {...props} />}
      {taking === 'HANDLE' && <HandleRequest {...props} />}
      {taking === 'FOLLOW_UP' && <FollowUpRequest {...props} />}
      {taking === 'WITHDRAW' && <WithdrawRequest {...props} />}
    </div>
  );
}
