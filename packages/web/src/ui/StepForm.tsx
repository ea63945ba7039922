import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInShanghai } from './day.ts';
import { FormModal } from './FormModal.tsx';
import { DayField } from './Required.tsx';

/** What the form of one step says; its noun adds which step it is, and of what. */
export interface StepFormProps<Values extends object, Common> {
  /** Takes the step; `common` is what the input of every step says. */
  take: (values: Values, common: Common) => Promise<unknown>;
  /** What the step is called here, where not as elsewhere. */
  title?: string;
  lead?: string;
  initialValues?: Partial<Values>;
  onClose: () => void;
  children?: ReactNode;
}

/** The step, and what it is a step of. */
interface Step<Common> {
  /** What the step is called. */
  name: string;
  /** The number of what it is a step of, where that has one. */
  number?: string;
  danger: boolean;
  common: Common;
}

/** The form of a step. Refused where somebody has gone on with what it is a step of since that was shown. */
export function StepForm<Values extends object, Common>({
  name,
  number,
  title = name,
  take,
  common,
  initialValues = {},
  ...form
}: StepFormProps<Values, Common> & Step<Common>) {
  const { t } = useTranslation('ui');
  return (
    <FormModal<Values>
      {...form}
      title={number === undefined ? title : `${title} · ${number}`}
      submitLabel={title}
      initialValues={initialValues}
      onSubmit={async (values) => {
        await take(values, common);
        return t('stepDone', { step: title });
      }}
    />
  );
}

/** The form of a step that also says on which day it was done. */
export function DatedStepForm<Values extends { on: string }, Common>({
  take,
  children,
  ...form
}: StepFormProps<Values, Common & { on: string }> & Step<Common>) {
  const { t } = useTranslation('ui');
  return (
    <StepForm<Values, Common> {...form} take={(values, common) => take(values, { ...common, on: values.on })}>
      {children}
      <DayField name="on" label={t('on')} initial={dayInShanghai()} />
    </StepForm>
  );
}
