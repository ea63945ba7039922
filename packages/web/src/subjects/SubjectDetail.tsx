import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProposeProject } from '../projects/ProposeProject.tsx';
import { projectPath } from '../projects/project.ts';
import { StateTag } from '../projects/StateTag.tsx';
import type { Town } from '../towns/town.ts';
import { Panel } from '../ui/Panel.tsx';
import { KindTag } from '../units/KindTag.tsx';
import { SubjectRequests } from './SubjectRequests.tsx';
import type { Recurring, SubjectChoice } from './subject.ts';

interface Props {
  town: Town;
  recurring: Recurring;
  choice: SubjectChoice;
  /** Sums up under a unit instead. */
  narrow: (unit: string) => void;
}

/** One subject opened: where it is asked for, which projects there are about it, its requests, and the step to a project. */
export function SubjectDetail({ town, recurring, choice, narrow }: Props) {
  const { t } = useTranslation('subjects');
  const [proposing, setProposing] = useState(false);
  const { subject, parts, projects, count, inProjects } = recurring;
  const free = count - (inProjects ?? 0);
  return (
    <>
      <Panel title={t('where', { subject: subject.name })}>
        <ul className="plain">
          {parts.map(({ unit, name, kind, count: here, before, opens }) => (
            <li key={unit ?? 'itself'} className="lead-line">
              <span>
                {kind && <KindTag kind={kind} />}{' '}
                {unit !== null && opens ? (
                  <Button type="link" size="small" className="inline" onClick={() => narrow(unit)}>
                    {name}
                  </Button>
                ) : (
                  (name ?? t('itself'))
                )}
              </span>
              <span>
                <b>{here}</b> <span className="hint">{t('before', { n: before })}</span>
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {projects && (
        <Panel
          title={`${t('projects')} ${projects.length}`}
          extra={
            town.viewerCanSomewhere.includes('PROJECT_PROPOSE') && (
              <Button size="small" type="primary" onClick={() => setProposing(true)}>
                {t('propose')}
              </Button>
            )
          }
        >
          {projects.length === 0 && <p className="hint">{t('noProjects')}</p>}
          <ul className="plain">
            {projects.map(({ id, name, number, state }) => (
              <li key={id} className="lead-line">
                <Link to={projectPath(id)}>
                  {name} <span className="code">{number}</span>
                </Link>
                <StateTag state={state} />
              </li>
            ))}
          </ul>
          {inProjects !== null && <p className="hint">{t('linked', { n: inProjects, of: count })}</p>}
        </Panel>
      )}
      {town.viewerCanSomewhere.includes('REQUEST_READ') && count > 0 && (
        <SubjectRequests town={town.code} choice={choice} subject={subject.id} />
      )}
      {proposing && (
        <ProposeProject
          town={town}
          from={{ subject: subject.id, unit: choice.unit, period: choice.period, count: free }}
          onClose={() => setProposing(false)}
        />
      )}
    </>
  );
}
