import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestStep } from '../generated/graphql.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { RequestInFull } from './request.ts';

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

interface Props<Values extends { on: string }> extends StepProps {
  step: RequestStep;
  /** Takes the step. */
  take: (values: Values, common: Common) => Promise<unknown>;
  title?: string;
  lead?: string;
  initialValues?: Partial<Values>;
  children: ReactNode;
}

/**
 * The form of a step: its fields, and the day on which it was done. Refused where somebody has gone on with the request
 * since it was shown.
 */
export function StepForm<Values extends { on: string }>({ step, request, take, onClose, ...props }: Props<Values>) {
  const { t } = useTranslation('requests');
  const title = props.title ?? t(`steps.${step}`);
  return (
    <FormModal<Values>
      title={`${title} · ${request.number}`}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      submitLabel={title}
      danger={step === 'WITHDRAW'}
      initialValues={props.initialValues ?? {}}
      onClose={onClose}
      onSubmit={async (values) => {
        await take(values, { request: request.id, on: values.on, expectedVersion: request.version });
        return t('stepDone', { step: title });
      }}
    >
      {props.children}
      <DayField name="on" label={t('on')} initial={dayInShanghai()} />
    </FormModal>
  );
}
