import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PatrolFindingRowFragment } from '../generated/graphql.ts';
import { requestPath } from '../requests/request.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { FindingTags } from './FindingTags.tsx';
import { type Choice, findingsOf, PATROL_FINDINGS, patrolPath } from './patrol.ts';

/** What the chosen patrols brought up, a line each with what became of it, the latest first. */
export function FindingList({ town, choice }: { town: string; choice: Choice }) {
  const { t } = useTranslation('patrols');
  const variables = { code: town, filter: findingsOf(choice), after: null };
  const query = useQuery(PATROL_FINDINGS, { variables });
  return (
    <ListPanel title={t('findings')} none={t('noFindings')} query={query} list={(data) => data.town?.patrolFindings}>
      {(finding) => <FindingLine key={finding.id} finding={finding} />}
    </ListPanel>
  );
}

/** One problem or suggestion: what it says, where and when it was brought up, what became of it. */
export function FindingLine({ finding }: { finding: PatrolFindingRowFragment }) {
  const { patrol, request, party } = finding;
  const where = [patrol.unit.name, finding.place ?? patrol.place, patrol.route?.name].filter(Boolean);
  return (
    <article className="record-line">
      <Link to={patrolPath(patrol.id)} className="record-line-name">
        {finding.text}
      </Link>
      <div className="hint">
        <span className="code">{patrol.patrolledOn}</span> {where.join(' · ')}
      </div>
      <div className="tags">
        <FindingTags finding={finding} />
        {request && (
          <Link to={requestPath(request.id)} className="code">
            {request.number}
          </Link>
        )}
        {party && finding.state === 'PASSED_ON' && <Tag variant="outlined">{party.name}</Tag>}
      </div>
    </article>
  );
}
