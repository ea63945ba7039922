import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatrolFindingStep } from '../generated/graphql.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Finding } from './patrol.ts';

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

interface Props<Values extends { on: string }> extends Omit<StepProps, 'town'> {
  step: PatrolFindingStep;
  /** Takes the step. */
  take: (values: Values, common: Common) => Promise<unknown>;
  lead?: string;
  initialValues?: Partial<Values>;
  children: ReactNode;
}

/**
 * The form of a step with something that a patrol brought up: its fields, and the day on which it was done. Refused where
 * somebody has gone on with it since it was shown.
 */
export function StepForm<Values extends { on: string }>({ step, finding, take, onClose, ...props }: Props<Values>) {
  const { t } = useTranslation('patrols');
  const title = t(`steps.${step}`);
  return (
    <FormModal<Values>
      title={title}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      submitLabel={title}
      danger={step === 'DECLINE'}
      initialValues={props.initialValues ?? {}}
      onClose={onClose}
      onSubmit={async (values) => {
        await take(values, { finding: finding.id, on: values.on, expectedVersion: finding.version });
        return t('stepDone', { step: title });
      }}
    >
      {props.children}
      <DayField name="on" label={t('on')} initial={dayInShanghai()} />
    </FormModal>
  );
}
