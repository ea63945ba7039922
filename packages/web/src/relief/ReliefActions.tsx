import { useTranslation } from 'react-i18next';
import { StepActions } from '../ui/StepActions.tsx';
import { ApproveRelief } from './ApproveRelief.tsx';
import { CancelRelief, EndorseRelief, RefuseRelief, WithdrawRelief } from './DecideRelief.tsx';
import { PayRelief } from './PayRelief.tsx';
import { nextSteps, type ReliefApplication } from './relief.ts';
import { endings } from './StepForm.tsx';

const forms = {
  ENDORSE: EndorseRelief,
  APPROVE: ApproveRelief,
  REFUSE: RefuseRelief,
  WITHDRAW: WithdrawRelief,
  PAY: PayRelief,
  CANCEL: CancelRelief,
};

/** The steps that its viewer may take with an application now, as buttons. */
export function ReliefActions({ application }: { application: ReliefApplication }) {
  const { t } = useTranslation('relief');
  return (
    <StepActions
      steps={application.actions}
      forms={forms}
      of={{ application }}
      next={nextSteps[application.state]}
      endings={endings}
      nameOf={(step) => t(`steps.${step}`)}
    />
  );
}
