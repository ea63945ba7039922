import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Town } from '../towns/town.ts';
import { useList } from '../ui/list.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { filterOf, PROJECTS, type ProjectChoice, type ProjectRow, projectPath } from './project.ts';
import { StateTag } from './StateTag.tsx';

/** The projects that are chosen, a line each, the latest year first. */
export function ProjectList({ town, choice }: { town: Town; choice: ProjectChoice }) {
  const { t } = useTranslation('projects');
  const variables = { code: town.code, filter: filterOf(choice), after: null };
  const { data, error, refetch, fetchMore } = useQuery(PROJECTS, { variables });
  const projects = data?.town?.projects;
  if (!projects) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { nodes, totalCount, pageInfo } = projects;
  return (
    <Panel title={`${t('projects')} ${totalCount}`} flush>
      {nodes.length === 0 && <p className="hint padded">{t('none')}</p>}
      {nodes.map((project) => (
        <Line key={project.id} project={project} town={town.name} />
      ))}
      {pageInfo.hasNextPage && (
        <MoreButton
          shown={nodes.length}
          total={totalCount}
          load={() =>
            fetchMore({
              variables: { after: pageInfo.endCursor },
              updateQuery: (before, { fetchMoreResult: next }) => {
                const [old, come] = [before.town?.projects, next.town?.projects];
                if (!before.town || !old || !come) return before;
                return { town: { ...before.town, projects: { ...come, nodes: [...old.nodes, ...come.nodes] } } };
              },
            })
          }
        />
      )}
    </Panel>
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
