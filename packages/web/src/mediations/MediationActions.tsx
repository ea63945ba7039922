import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediationStep } from '../generated/graphql.ts';
import { StepButtons } from '../ui/StepButtons.tsx';
import { AgreeMediation, CheckAgreement } from './AgreeMediation.tsx';
import { AddParties, ReleaseParties } from './ChangeParties.tsx';
import { EndMediation, ResumeMediation } from './EndMediation.tsx';
import type { Mediation } from './mediation.ts';
import { NameMediators } from './NameMediators.tsx';
import { RecordTalk } from './RecordTalk.tsx';

/** The step that carries a mediation on from its state: its button stands out. */
const next: Partial<Record<Mediation['state'], MediationStep>> = { OPEN: 'TALK', AGREED: 'CHECK' };

/** The steps that its viewer may take with a mediation now, as buttons. */
export function MediationActions({ mediation }: { mediation: Mediation }) {
  const { t } = useTranslation('mediations');
  const [taking, setTaking] = useState<MediationStep | null>(null);
  const { actions, state } = mediation;
  const props = { mediation, onClose: () => setTaking(null) };
  return (
    <div className="actions">
      <StepButtons
        steps={actions}
        next={next[state]}
        danger={['END']}
        nameOf={(step) => t(`steps.${step}`)}
        onTake={setTaking}
      />
      {taking === 'NAME_MEDIATORS' && <NameMediators {...props} />}
      {taking === 'ADD_PARTIES' && <AddParties {...props} />}
      {taking === 'RELEASE_PARTIES' && <ReleaseParties {...props} />}
      {taking === 'TALK' && <RecordTalk {...props} />}
      {taking === 'AGREE' && <AgreeMediation {...props} />}
      {taking === 'CHECK' && <CheckAgreement {...props} />}
      {taking === 'END' && <EndMediation {...props} />}
      {taking === 'RESUME' && <ResumeMediation {...props} />}
    </div>
  );
}
