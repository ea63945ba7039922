import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PetitionStep } from '../generated/graphql.ts';
import { StepButtons } from '../ui/StepButtons.tsx';
import { AcceptPetition } from './AcceptPetition.tsx';
import { AnswerPetition, ClosePetition, ExtendPetition } from './AnswerPetition.tsx';
import { FormGroup } from './FormGroup.tsx';
import { HoldMeeting } from './HoldMeeting.tsx';
import { AddPetitioners, ChooseRepresentatives } from './JoinPetition.tsx';
import type { Petition } from './petition.ts';
import { RaisePetitionRequest } from './RaisePetitionRequest.tsx';
import { DeclinePetition, TransferPetition, WithdrawPetition } from './TransferPetition.tsx';

/** The step that carries a petition on from its state: its button stands out. */
const next: Partial<Record<Petition['state'], PetitionStep>> = {
  RECEIVED: 'ACCEPT',
  ACCEPTED: 'ANSWER',
  ANSWERED: 'CLOSE',
};

/** The steps that its viewer may take with a petition now, as buttons. */
export function PetitionActions({ petition }: { petition: Petition }) {
  const { t } = useTranslation('petitions');
  const [taking, setTaking] = useState<PetitionStep | null>(null);
  const { actions, state } = petition;
  const props = { petition, onClose: () => setTaking(null) };
  return (
    <div className="actions">
      <StepButtons
        steps={actions}
        next={next[state]}
        danger={['WITHDRAW']}
        nameOf={(step) => (step === 'ACCEPT' && state === 'ACCEPTED' ? t('handOver') : t(`steps.${step}`))}
        onTake={setTaking}
      />
      {taking === 'ACCEPT' && <AcceptPetition {...props} />}
      {taking === 'DECLINE' && <DeclinePetition {...props} />}
      {taking === 'TRANSFER' && <TransferPetition {...props} />}
      {taking === 'WITHDRAW' && <WithdrawPetition {...props} />}
      {taking === 'ADD_PETITIONERS' && <AddPetitioners {...props} />}
      {taking === 'CHOOSE_REPRESENTATIVES' && <ChooseRepresentatives {...props} />}
      {taking === 'FORM_GROUP' && <FormGroup {...props} />}
      {taking === 'MEET' && <HoldMeeting {...props} />}
      {taking === 'RAISE_REQUEST' && <RaisePetitionRequest {...props} />}
      {taking === 'EXTEND' && <ExtendPetition {...props} />}
      {taking === 'ANSWER' && <AnswerPetition {...props} />}
      {taking === 'CLOSE' && <ClosePetition {...props} />}
    </div>
  );
}
