import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallStep } from '../generated/graphql.ts';
import { FormModal } from '../ui/FormModal.tsx';
import type { Call } from './call.ts';

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

interface Props<Values extends object> extends StepProps {
  step: CallStep;
  /** Takes the step. */
  take: (values: Values, common: Common) => Promise<unknown>;
  title?: string;
  lead?: string;
  initialValues?: Partial<Values>;
  children: ReactNode;
}

/** The form of a step of a call. Refused where somebody has gone on with the call since it was shown. */
export function StepForm<Values extends object>({ step, call, take, onClose, ...props }: Props<Values>) {
  const { t } = useTranslation('calls');
  const title = props.title ?? t(`steps.${step}`);
  return (
    <FormModal<Values>
      title={`${title} · ${call.number}`}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      submitLabel={title}
      danger={step === 'WITHDRAW'}
      initialValues={props.initialValues ?? {}}
      onClose={onClose}
      onSubmit={async (values) => {
        await take(values, { call: call.id, expectedVersion: call.version });
        return t('stepDone', { step: title });
      }}
    >
      {props.children}
    </FormModal>
  );
}
