import { useTranslation } from 'react-i18next';
import type { CallStep } from '../generated/graphql.ts';
import { StepForm as AnyStepForm, type StepFormProps } from '../ui/StepForm.tsx';
import type { Call } from './call.ts';

/** Steps that end a call without what was wanted. */
export const endings: readonly CallStep[] = ['WITHDRAW'];

/** What the form of every step is given. */
export interface StepProps {
  call: Call;
  onClose: () => void;
}

/** What the input of every step says. */
interface Common {
  call: string;
  expectedVersion: number;
}

interface Props<Values extends object> extends StepProps, StepFormProps<Values, Common> {
  step: CallStep;
}

/** The form of a step of a call. */
export function StepForm<Values extends object>({ step, call, ...form }: Props<Values>) {
  const { t } = useTranslation('calls');
  return (
    <AnyStepForm
      {...form}
      name={t(`steps.${step}`)}
      number={call.number}
      danger={endings.includes(step)}
      common={{ call: call.id, expectedVersion: call.version }}
    />
  );
}
