import { useTranslation } from 'react-i18next';
import type { PatrolFindingStep } from '../generated/graphql.ts';
import { DatedStepForm, type StepFormProps } from '../ui/StepForm.tsx';
import type { Finding } from './patrol.ts';

/** Steps that end something that a patrol brought up without what was wanted. */
export const endings: readonly PatrolFindingStep[] = ['DECLINE'];

/** What the form of every step is given. */
export interface StepProps {
  finding: Finding;
  /** The code of the town. */
  town: string;
  onClose: () => void;
}

/** What the input of every step says. */
interface Common {
  finding: string;
  on: string;
  expectedVersion: number;
}

interface Props<Values extends { on: string }> extends Omit<StepProps, 'town'>, StepFormProps<Values, Common> {
  step: PatrolFindingStep;
}

/** The form of a step of something that a patrol brought up. */
export function StepForm<Values extends { on: string }>({ step, finding, ...form }: Props<Values>) {
  const { t } = useTranslation('patrols');
  return (
    <DatedStepForm
      {...form}
      name={t(`steps.${step}`)}
      danger={endings.includes(step)}
      common={{ finding: finding.id, expectedVersion: finding.version }}
    />
  );
}
