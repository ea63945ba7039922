import { useQuery } from '@apollo/client/react';
import { Breadcrumb, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { TownNav } from '../towns/TownNav.tsx';
import { Details } from '../ui/Details.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { unitPath } from '../units/unit.ts';
import { ProjectActions } from './ProjectActions.tsx';
import { ProjectEvents } from './ProjectEvents.tsx';
import { ProjectRequests } from './ProjectRequests.tsx';
import { PROJECT, type Project } from './project.ts';
import { StateTag } from './StateTag.tsx';

/** One project of the year: what is done and where, who asked for it, and how far it is. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['projects', 'requests']);
  const { data, error, refetch } = useQuery(PROJECT, { variables: { id } });
  const project = data?.project;
  const town = project?.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!project || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  return (
    <div className="page">
      <PageHead
        title={project.name}
        crumbs={
          <Breadcrumb
            items={[
              { title: <Link to={`/towns/${town.code}/projects`}>{`${town.name} ${t('projects')}`}</Link> },
              { title: project.number },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="projects" />}
        tags={
          <>
            <StateTag state={project.state} />
            {project.overdue && <Tag color="error">{t('requests:overdue')}</Tag>}
          </>
        }
        meta={
          <span>
            {project.number} · {t('ofYear', { year: project.year })}
            {project.holder && ` · ${project.holder.name}`}
            {project.dueOn !== null && ` · ${t('dueBy', { day: project.dueOn })}`}
          </span>
        }
        actions={<ProjectActions project={project} />}
      />
      <div className="columns">
        <div className="column-main">
          <Panel title={t('goal')}>
            <p className="written">{project.goal}</p>
          </Panel>
          <Panel title={t('events')}>
            <ProjectEvents events={project.events} />
          </Panel>
        </div>
        <div className="column-side">
          <ProjectDetails project={project} />
          <ProjectRequests project={project} />
        </div>
      </div>
    </div>
  );
}

function ProjectDetails({ project }: { project: Project }) {
  const { t } = useTranslation(['projects', 'requests']);
  const { units, town, budget, adoptedOn, completedOn } = project;
  const rows = [
    { label: t('requests:subject'), children: project.subject.name },
    {
      label: t('places'),
      children:
        units.length === 0 ? (
          town.name
        ) : (
          <span className="tags">
            {units.map((unit) => (
              <Link key={unit.id} to={unitPath(unit.id)}>
                {unit.name}
              </Link>
            ))}
          </span>
        ),
    },
    budget !== null && { label: t('budget'), children: budget },
    { label: t('proposedOn'), children: project.proposedOn },
    adoptedOn !== null && { label: t('adoptedOn'), children: adoptedOn },
    completedOn !== null && { label: t('completedOn'), children: completedOn },
    project.recordedBy !== null && { label: t('recordedBy'), children: project.recordedBy },
  ];
  return (
    <Panel title={t('details')}>
      <Details rows={rows} />
    </Panel>
  );
}
