import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Town } from '../towns/town.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { useList } from '../ui/list.ts';
import { filterOf, PROJECTS, type ProjectChoice, type ProjectRow, projectPath } from './project.ts';
import { StateTag } from './StateTag.tsx';

/** The projects that are chosen, a line each, the latest year first. */
export function ProjectList({ town, choice }: { town: Town; choice: ProjectChoice }) {
  const { t } = useTranslation('projects');
  const variables = { code: town.code, filter: filterOf(choice), after: null };
  const query = useQuery(PROJECTS, { variables });
  return (
    <ListPanel title={t('projects')} none={t('none')} query={query} list={(data) => data.town?.projects}>
      {(project) => <Line key={project.id} project={project} town={town.name} />}
    </ListPanel>
  );
}

/** One project: what it is and where, how many asked for it, who sees to it and until when. */
function Line({ project, town }: { project: ProjectRow; town: string }) {
  const { t } = useTranslation(['projects', 'requests']);
  const list = useList();
  const { units, holder, dueOn } = project;
  return (
    <article className={project.overdue ? 'record-line overdue' : 'record-line'}>
      <div>
        <Link to={projectPath(project.id)} className="record-line-name">
          <strong>{project.name}</strong> <span className="code">{project.number}</span>
        </Link>
        <div className="hint">
          {t('ofYear', { year: project.year })} · {project.subject.name} · {t('linked', { n: project.requestCount })}
        </div>
      </div>
      <div>
        {units.length === 0 ? town : list(units.map(({ name }) => name))}
        <div className="hint">{holder?.name}</div>
      </div>
      <div className="tags">
        <StateTag state={project.state} />
        {dueOn !== null && <span className="hint">{t('dueBy', { day: dueOn })}</span>}
        {project.overdue && <Tag color="error">{t('requests:overdue')}</Tag>}
      </div>
    </article>
  );
}
