import { useTranslation } from 'react-i18next';
import type { ReliefStep } from '../generated/graphql.ts';
import { DatedStepForm, type StepFormProps } from '../ui/StepForm.tsx';
import type { ReliefApplication } from './relief.ts';

/** Steps that end an application without what was wanted. */
export const endings: readonly ReliefStep[] = ['REFUSE', 'WITHDRAW', 'CANCEL'];

/** What the form of every step is given. */
export interface StepProps {
  application: ReliefApplication;
  onClose: () => void;
}

/** What the input of every step says. */
interface Common {
  reliefApplication: string;
  on: string;
  expectedVersion: number;
}

interface Props<Values extends { on: string }> extends StepProps, StepFormProps<Values, Common> {
  step: ReliefStep;
}

/** The form of a step of an application. */
export function StepForm<Values extends { on: string }>({ step, application, ...form }: Props<Values>) {
  const { t } = useTranslation('relief');
  return (
    <DatedStepForm
      {...form}
      name={t(`steps.${step}`)}
      number={application.number}
      danger={endings.includes(step)}
      common={{ reliefApplication: application.id, expectedVersion: application.version }}
    />
  );
}
