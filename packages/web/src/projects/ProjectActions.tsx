import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectStep } from '../generated/graphql.ts';
import { StepButtons } from '../ui/StepButtons.tsx';
import { AdoptProject } from './AdoptProject.tsx';
import { LinkRequests } from './LinkRequests.tsx';
import type { Project } from './project.ts';
import { CompleteProject, DropProject, RejectProject, ReportProject } from './ReportProject.tsx';
import { ReviseProject } from './ReviseProject.tsx';

/** The step that carries a project on from its state: its button stands out. */
const next: Partial<Record<Project['state'], readonly ProjectStep[]>> = {
  PROPOSED: ['ADOPT'],
  ADOPTED: ['COMPLETE', 'REPORT'],
};

/** The steps that its viewer may take with a project now, as buttons. A request is taken out where it is listed. */
export function ProjectActions({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const [taking, setTaking] = useState<ProjectStep | null>(null);
  const props = { project, onClose: () => setTaking(null) };
  return (
    <div className="actions">
      <StepButtons
        steps={project.actions.filter((step) => step !== 'UNLINK')}
        next={next[project.state]?.find((step) => project.actions.includes(step))}
        danger={['REJECT', 'DROP']}
        nameOf={(step) => t(`steps.${step}`)}
        onTake={setTaking}
      />
      {taking === 'REVISE' && <ReviseProject {...props} />}
      {taking === 'LINK' && <LinkRequests {...props} />}
      {taking === 'ADOPT' && <AdoptProject {...props} />}
      {taking === 'REJECT' && <RejectProject {...props} />}
      {taking === 'REPORT' && <ReportProject {...props} />}
      {taking === 'COMPLETE' && <CompleteProject {...props} />}
      {taking === 'DROP' && <DropProject {...props} />}
    </div>
  );
}
