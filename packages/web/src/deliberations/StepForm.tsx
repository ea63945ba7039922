import { useTranslation } from 'react-i18next';
import type { DeliberationStep } from '../generated/graphql.ts';
import { DatedStepForm, type StepFormProps } from '../ui/StepForm.tsx';
import type { Deliberation } from './deliberation.ts';

/** Steps that end a deliberation without what was wanted. */
export const endings: readonly DeliberationStep[] = ['CALL_OFF'];

/** What the form of every step is given. */
export interface StepProps {
  deliberation: Deliberation;
  onClose: () => void;
}

/** What the input of every step says. */
interface Common {
  deliberation: string;
  on: string;
  expectedVersion: number;
}

interface Props<Values extends { on: string }> extends StepProps, StepFormProps<Values, Common> {
  step: DeliberationStep;
}

/** The form of a step of a deliberation. */
export function StepForm<Values extends { on: string }>({ step, deliberation, ...form }: Props<Values>) {
  const { t } = useTranslation('deliberations');
  return (
    <DatedStepForm
      {...form}
      name={t(`steps.${step}`)}
      danger={endings.includes(step)}
      common={{ deliberation: deliberation.id, expectedVersion: deliberation.version }}
    />
  );
}
