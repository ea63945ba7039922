import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PetitionStep } from '../generated/graphql.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Petition } from './petition.ts';

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

interface Props<Values extends { on: string }> extends StepProps {
  step: PetitionStep;
  /** Takes the step. */
  take: (values: Values, common: Common) => Promise<unknown>;
  title?: string;
  lead?: string;
  initialValues?: Partial<Values>;
  children: ReactNode;
}

/**
 * The form of a step with a petition: its fields, and the day on which it was done. Refused where somebody has gone on
 * with the petition since it was shown.
 */
export function StepForm<Values extends { on: string }>({ step, petition, take, onClose, ...props }: Props<Values>) {
  const { t } = useTranslation('petitions');
  const title = props.title ?? t(`steps.${step}`);
  return (
    <FormModal<Values>
      title={`${title} · ${petition.number}`}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      submitLabel={title}
      danger={step === 'WITHDRAW' || step === 'DECLINE'}
      initialValues={props.initialValues ?? {}}
      onClose={onClose}
      onSubmit={async (values) => {
        await take(values, { petition: petition.id, on: values.on, expectedVersion: petition.version });
        return t('stepDone', { step: title });
      }}
    >
      {props.children}
      <DayField name="on" label={t('on')} initial={dayInShanghai()} />
    </FormModal>
  );
}
