import { Button } from 'antd';
import { type ReactNode, useState } from 'react';

type StepForm<Of> = (props: Of & { onClose: () => void }) => ReactNode;

interface Props<Step extends string, Of extends object> {
  /** The steps that may be taken. */
  steps: readonly Step[];
  /** The form of each; a step without one is taken elsewhere. */
  forms: Partial<Record<Step, StepForm<Of>>>;
  /** What the forms are of. */
  of: Of;
  /** The step that carries on from where it stands: its button comes first and stands out. */
  next: Step | undefined;
  /** The steps that end it without what was wanted. */
  endings: readonly Step[];
  nameOf: (step: Step) => string;
  size?: 'small';
}

/** The steps that may be taken, as buttons, each of which opens the form of its step. */
export function StepActions<Step extends string, Of extends object>({
  steps,
  forms,
  of,
  next,
  endings,
  nameOf,
  size,
}: Props<Step, Of>) {
  const [taking, setTaking] = useState<Step | null>(null);
  const Form: StepForm<Of> | undefined = taking === null ? undefined : forms[taking];
  return (
    <div className="actions">
      {steps
        .filter((step) => forms[step])
        .sort((a, b) => Number(b === next) - Number(a === next))
        .map((step) => (
          <Button
            key={step}
            {...(size === undefined ? {} : { size })}
            type={step === next ? 'primary' : 'default'}
            danger={endings.includes(step)}
            onClick={() => setTaking(step)}
          >
            {nameOf(step)}
          </Button>
        ))}
      {Form && <Form {...of} onClose={() => setTaking(null)} />}
    </div>
  );
}
