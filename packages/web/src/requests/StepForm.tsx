import { useTranslation } from 'react-i18next';
import type { RequestStep } from '../generated/graphql.ts';
import { DatedStepForm, type StepFormProps } from '../ui/StepForm.tsx';
import type { RequestInFull } from './request.ts';

/** Steps that end a request without what was wanted. */
export const endings: readonly RequestStep[] = ['WITHDRAW'];

/** What the form of every step is given. */
export interface StepProps {
  request: RequestInFull;
  onClose: () => void;
}

/** What the input of every step says. */
interface Common {
  request: string;
  on: string;
  expectedVersion: number;
}

interface Props<Values extends { on: string }> extends StepProps, StepFormProps<Values, Common> {
  step: RequestStep;
}

/** The form of a step of a request. */
export function StepForm<Values extends { on: string }>({ step, request, ...form }: Props<Values>) {
  const { t } = useTranslation('requests');
  return (
    <DatedStepForm
      {...form}
      name={t(`steps.${step}`)}
      number={request.number}
      danger={endings.includes(step)}
      common={{ request: request.id, expectedVersion: request.version }}
    />
  );
}
