import { useTranslation } from 'react-i18next';
import type { MediationStep } from '../generated/graphql.ts';
import { StepActions } from '../ui/StepActions.tsx';
import { AgreeMediation, CheckAgreement } from './AgreeMediation.tsx';
import { AddParties, ReleaseParties } from './ChangeParties.tsx';
import { EndMediation, ResumeMediation } from './EndMediation.tsx';
import type { Mediation } from './mediation.ts';
import { NameMediators } from './NameMediators.tsx';
import { RecordTalk } from './RecordTalk.tsx';
import { endings } from './StepForm.tsx';

/** The step that carries a mediation on from its state: its button stands out. */
const next: Partial<Record<Mediation['state'], MediationStep>> = { OPEN: 'TALK', AGREED: 'CHECK' };

const forms = {
  NAME_MEDIATORS: NameMediators,
  ADD_PARTIES: AddParties,
  RELEASE_PARTIES: ReleaseParties,
  TALK: RecordTalk,
  AGREE: AgreeMediation,
  CHECK: CheckAgreement,
  END: EndMediation,
  RESUME: ResumeMediation,
};

/** The steps that its viewer may take with a mediation now, as buttons. */
export function MediationActions({ mediation }: { mediation: Mediation }) {
  const { t } = useTranslation('mediations');
  return (
    <StepActions
      steps={mediation.actions}
      forms={forms}
      of={{ mediation }}
      next={next[mediation.state]}
      endings={endings}
      nameOf={(step) => t(`steps.${step}`)}
    />
  );
}
