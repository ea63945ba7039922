import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediationStep } from '../generated/graphql.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Mediation } from './mediation.ts';

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

interface Props<Values extends { on: string }> extends StepProps {
  step: MediationStep;
  /** Takes the step. */
  take: (values: Values, common: Common) => Promise<unknown>;
  initialValues?: Partial<Values>;
  children: ReactNode;
}

/**
 * The form of a step of a mediation: its fields, and the day on which it was done. Refused where somebody has gone on with
 * the mediation since it was shown.
 */
export function StepForm<Values extends { on: string }>({ step, mediation, take, onClose, ...props }: Props<Values>) {
  const { t } = useTranslation('mediations');
  const title = t(`steps.${step}`);
  return (
    <FormModal<Values>
      title={`${title} · ${mediation.number}`}
      submitLabel={title}
      danger={step === 'END'}
      initialValues={props.initialValues ?? {}}
      onClose={onClose}
      onSubmit={async (values) => {
        await take(values, { mediation: mediation.id, on: values.on, expectedVersion: mediation.version });
        return t('stepDone', { step: title });
      }}
    >
      {props.children}
      <DayField name="on" label={t('on')} initial={dayInShanghai()} />
    </FormModal>
  );
}
