import { useTranslation } from 'react-i18next';
import type { MediationStep } from '../generated/graphql.ts';
import { DatedStepForm, type StepFormProps } from '../ui/StepForm.tsx';
import type { Mediation } from './mediation.ts';

/** Steps that end a mediation without what was wanted. */
export const endings: readonly MediationStep[] = ['END'];

/** What the form of every step is given. */
export interface StepProps {
  mediation: Mediation;
  onClose: () => void;
}

/** What the input of every step says. */
interface Common {
  mediation: string;
  on: string;
  expectedVersion: number;
}

interface Props<Values extends { on: string }> extends StepProps, StepFormProps<Values, Common> {
  step: MediationStep;
}

/** The form of a step of a mediation. */
export function StepForm<Values extends { on: string }>({ step, mediation, ...form }: Props<Values>) {
  const { t } = useTranslation('mediations');
  return (
    <DatedStepForm
      {...form}
      name={t(`steps.${step}`)}
      number={mediation.number}
      danger={endings.includes(step)}
      common={{ mediation: mediation.id, expectedVersion: mediation.version }}
    />
  );
}
