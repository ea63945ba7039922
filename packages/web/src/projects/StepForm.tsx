import { useTranslation } from 'react-i18next';
import type { ProjectStep } from '../generated/graphql.ts';
import { DatedStepForm, type StepFormProps } from '../ui/StepForm.tsx';
import type { Project } from './project.ts';

/** Steps that end a project without what was wanted. */
export const endings: readonly ProjectStep[] = ['REJECT', 'DROP'];

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

interface Props<Values extends { on: string }> extends StepProps, StepFormProps<Values, Common> {
  step: ProjectStep;
}

/** The form of a step of a project. */
export function StepForm<Values extends { on: string }>({ step, project, ...form }: Props<Values>) {
  const { t } = useTranslation('projects');
  return (
    <DatedStepForm
      {...form}
      name={t(`steps.${step}`)}
      number={project.number}
      danger={endings.includes(step)}
      common={{ project: project.id, expectedVersion: project.version }}
    />
  );
}
