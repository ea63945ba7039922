import { useTranslation } from 'react-i18next';
import type { ProjectStep } from '../generated/graphql.ts';
import { StepActions } from '../ui/StepActions.tsx';
import { AdoptProject } from './AdoptProject.tsx';
import { LinkRequests } from './LinkRequests.tsx';
import type { Project } from './project.ts';
import { CompleteProject, DropProject, RejectProject, ReportProject } from './ReportProject.tsx';
import { ReviseProject } from './ReviseProject.tsx';
import { endings } from './StepForm.tsx';

/** The step that carries a project on from its state: its button stands out. */
const next: Partial<Record<Project['state'], readonly ProjectStep[]>> = {
  PROPOSED: ['ADOPT'],
  ADOPTED: ['COMPLETE', 'REPORT'],
};

// A request is taken out where it is listed.
const forms = {
  REVISE: ReviseProject,
  LINK: LinkRequests,
  ADOPT: AdoptProject,
  REJECT: RejectProject,
  REPORT: ReportProject,
  COMPLETE: CompleteProject,
  DROP: DropProject,
};

/** The steps that its viewer may take with a project now, as buttons. */
export function ProjectActions({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  return (
    <StepActions
      steps={project.actions}
      forms={forms}
      of={{ project }}
      next={next[project.state]?.find((step) => project.actions.includes(step))}
      endings={endings}
      nameOf={(step) => t(`steps.${step}`)}
    />
  );
}
