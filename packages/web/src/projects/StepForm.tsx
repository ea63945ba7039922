import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectStep } from '../generated/graphql.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Project } from './project.ts';

/** What the form of every step is given. */
export interface StepProps {
  project: Project;
  onClose: () => void;
}

/** What the input of every step says. */
interface Common {
  project: string;
  on: string;
  expectedVersion: number;
}

interface Props<Values extends { on: string }> extends StepProps {
  step: ProjectStep;
  /** Takes the step. */
  take: (values: Values, common: Common) => Promise<unknown>;
  lead?: string;
  initialValues?: Partial<Values>;
  children?: ReactNode;
}

/**
 * The form of a step of a project: its fields, and the day on which it was done. Refused where somebody has gone on with
 * the project since it was shown.
 */
export function StepForm<Values extends { on: string }>({ step, project, take, onClose, ...props }: Props<Values>) {
  const { t } = useTranslation('projects');
  const title = t(`steps.${step}`);
  return (
    <FormModal<Values>
      title={`${title} · ${project.number}`}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      submitLabel={title}
      danger={step === 'REJECT' || step === 'DROP'}
      initialValues={props.initialValues ?? {}}
      onClose={onClose}
      onSubmit={async (values) => {
        await take(values, { project: project.id, on: values.on, expectedVersion: project.version });
        return t('stepDone', { step: title });
      }}
    >
      {props.children}
      <DayField name="on" label={t('on')} initial={dayInShanghai()} />
    </FormModal>
  );
}
