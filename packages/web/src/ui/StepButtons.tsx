import { Button } from 'antd';

interface Props<Step extends string> {
  steps: readonly Step[];
  /** The step that carries on from where it stands: its button comes first and stands out. */
  next: Step | undefined;
  /** The steps that end it without what was wanted. */
  danger: readonly Step[];
  nameOf: (step: Step) => string;
  onTake: (step: Step) => void;
}

/** The steps that may be taken, as buttons. */
export function StepButtons<Step extends string>({ steps, next, danger, nameOf, onTake }: Props<Step>) {
  return steps
    .toSorted((a, b) => Number(b === next) - Number(a === next))
    .map((step) => (
      <Button
        key={step}
        type={step === next ? 'primary' : 'default'}
        danger={danger.includes(step)}
        onClick={() => onTake(step)}
      >
        {nameOf(step)}
      </Button>
    ));
}
