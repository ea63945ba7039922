import { useTranslation } from 'react-i18next';
import type { PetitionStep } from '../generated/graphql.ts';
import { StepActions } from '../ui/StepActions.tsx';
import { AcceptPetition } from './AcceptPetition.tsx';
import { AnswerPetition, ClosePetition, ExtendPetition } from './AnswerPetition.tsx';
import { FormGroup } from './FormGroup.tsx';
import { HoldMeeting } from './HoldMeeting.tsx';
import { AddPetitioners, ChooseRepresentatives } from './JoinPetition.tsx';
import type { Petition } from './petition.ts';
import { RaisePetitionRequest } from './RaisePetitionRequest.tsx';
import { endings } from './StepForm.tsx';
import { DeclinePetition, TransferPetition, WithdrawPetition } from './TransferPetition.tsx';

/** The step that carries a petition on from its state: its button stands out. */
const next: Partial<Record<Petition['state'], PetitionStep>> = {
  RECEIVED: 'ACCEPT',
  ACCEPTED: 'ANSWER',
  ANSWERED: 'CLOSE',
};

const forms = {
  ACCEPT: AcceptPetition,
  DECLINE: DeclinePetition,
  TRANSFER: TransferPetition,
  WITHDRAW: WithdrawPetition,
  ADD_PETITIONERS: AddPetitioners,
  CHOOSE_REPRESENTATIVES: ChooseRepresentatives,
  FORM_GROUP: FormGroup,
  MEET: HoldMeeting,
  RAISE_REQUEST: RaisePetitionRequest,
  EXTEND: ExtendPetition,
  ANSWER: AnswerPetition,
  CLOSE: ClosePetition,
};

/** The steps that its viewer may take with a petition now, as buttons. */
export function PetitionActions({ petition }: { petition: Petition }) {
  const { t } = useTranslation('petitions');
  const { actions, state } = petition;
  return (
    <StepActions
      steps={actions}
      forms={forms}
      of={{ petition }}
      next={next[state]}
      endings={endings}
      nameOf={(step) => (step === 'ACCEPT' && state === 'ACCEPTED' ? t('handOver') : t(`steps.${step}`))}
    />
  );
}
