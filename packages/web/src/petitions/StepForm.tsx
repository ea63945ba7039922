import { useTranslation } from 'react-i18next';
import type { PetitionStep } from '../generated/graphql.ts';
import { DatedStepForm, type StepFormProps } from '../ui/StepForm.tsx';
import type { Petition } from './petition.ts';

/** Steps that end a petition without what was wanted. */
export const endings: readonly PetitionStep[] = ['DECLINE', 'WITHDRAW'];

/** What the form of every step is given. */
export interface StepProps {
  petition: Petition;
  onClose: () => void;
}

/** What the input of every step says. */
interface Common {
  petition: string;
  on: string;
  expectedVersion: number;
}

interface Props<Values extends { on: string }> extends StepProps, StepFormProps<Values, Common> {
  step: PetitionStep;
}

/** The form of a step of a petition. */
export function StepForm<Values extends { on: string }>({ step, petition, ...form }: Props<Values>) {
  const { t } = useTranslation('petitions');
  return (
    <DatedStepForm
      {...form}
      name={t(`steps.${step}`)}
      number={petition.number}
      danger={endings.includes(step)}
      common={{ petition: petition.id, expectedVersion: petition.version }}
    />
  );
}
