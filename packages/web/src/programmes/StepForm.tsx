import { useTranslation } from 'react-i18next';
import type { ProgrammeStep } from '../generated/graphql.ts';
import { StepForm as Form, type StepFormProps } from '../ui/StepForm.tsx';
import type { Programme } from './programme.ts';

/** Steps that end a programme without what was wanted. */
export const endings: readonly ProgrammeStep[] = ['CANCEL', 'CALL_OFF'];

/** What the form of every step is given. */
export interface StepProps {
  programme: Programme;
  onClose: () => void;
}

/** What the input of every step says. */
interface Common {
  programme: string;
  expectedVersion: number;
}

interface Props<Values extends object> extends StepProps, StepFormProps<Values, Common> {
  step: ProgrammeStep;
}

/** The form of a step of a programme. */
export function StepForm<Values extends object>({ step, programme, ...form }: Props<Values>) {
  const { t } = useTranslation('programmes');
  return (
    <Form<Values, Common>
      {...form}
      name={t(`steps.${step}`)}
      danger={endings.includes(step)}
      common={{ programme: programme.id, expectedVersion: programme.version }}
    />
  );
}
