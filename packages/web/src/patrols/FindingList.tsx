import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PatrolFindingRowFragment } from '../generated/graphql.ts';
import { requestPath } from '../requests/request.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { FindingTags } from './FindingTags.tsx';
import { type Choice, findingsOf, PATROL_FINDINGS, patrolPath } from './patrol.ts';

/** What the chosen patrols brought up, a line each with what became of it, the latest first. */
export function FindingList({ town, choice }: { town: string; choice: Choice }) {
  const { t } = useTranslation('patrols');
  const variables = { code: town, filter: findingsOf(choice), after: null };
  const { data, error, refetch, fetchMore } = useQuery(PATROL_FINDINGS, { variables });
  const findings = data?.town?.patrolFindings;
  if (!findings) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { nodes, totalCount, pageInfo } = findings;
  return (
    <Panel title={`${t('findings')} ${totalCount}`} flush>
      {nodes.length === 0 && <p className="hint padded">{t('noFindings')}</p>}
      {nodes.map((finding) => (
        <FindingLine key={finding.id} finding={finding} />
      ))}
      {pageInfo.hasNextPage && (
        <MoreButton
          shown={nodes.length}
          total={totalCount}
          load={() =>
            fetchMore({
              variables: { after: pageInfo.endCursor },
              updateQuery: (before, { fetchMoreResult: next }) => {
                const [old, come] = [before.town?.patrolFindings, next.town?.patrolFindings];
                if (!before.town || !old || !come) return before;
                return { town: { ...before.town, patrolFindings: { ...come, nodes: [...old.nodes, ...come.nodes] } } };
              },
            })
          }
        />
      )}
    </Panel>
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
