import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import {
  filterOf,
  isToCheck,
  MEDIATIONS,
  type MediationChoice,
  type MediationRow,
  mediationPath,
} from './mediation.ts';
import { StateTag } from './StateTag.tsx';

/** The mediations that are chosen, a line each, the latest first. */
export function MediationList({ town, choice }: { town: Town; choice: MediationChoice }) {
  const { t } = useTranslation('mediations');
  const variables = { code: town.code, filter: filterOf(choice), after: null };
  const { data, error, refetch, fetchMore } = useQuery(MEDIATIONS, { variables });
  const mediations = data?.town?.mediations;
  if (!mediations) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { nodes, totalCount, pageInfo } = mediations;
  return (
    <Panel title={`${t('mediations')} ${totalCount}`} flush>
      {nodes.length === 0 && <p className="hint padded">{t('none')}</p>}
      {nodes.map((mediation) => (
        <Line key={mediation.id} mediation={mediation} town={town.name} />
      ))}
      {pageInfo.hasNextPage && (
        <MoreButton
          shown={nodes.length}
          total={totalCount}
          load={() =>
            fetchMore({
              variables: { after: pageInfo.endCursor },
              updateQuery: (before, { fetchMoreResult: next }) => {
                const [old, come] = [before.town?.mediations, next.town?.mediations];
                if (!before.town || !old || !come) return before;
                return { town: { ...before.town, mediations: { ...come, nodes: [...old.nodes, ...come.nodes] } } };
              },
            })
          }
        />
      )}
    </Panel>
  );
}

/** One mediation: what it is about, where it is held and by whom, and when its agreement is looked at. */
function Line({ mediation, town }: { mediation: MediationRow; town: string }) {
  const { t } = useTranslation('mediations');
  const list = useList();
  const { subject, number, unit, mediators, checkOn } = mediation;
  const due = isToCheck(mediation, dayInShanghai());
  return (
    <article className={due ? 'record-line overdue' : 'record-line'}>
      <div>
        <Link to={mediationPath(mediation.id)} className="record-line-name">
          <strong>{subject.name}</strong> <span className="code">{number}</span>
        </Link>
        <div className="hint">{t('begunOn', { day: mediation.begunOn })}</div>
      </div>
      <div>
        {unit?.name ?? town}
        <div className="hint">{list(mediators.map(({ name }) => name))}</div>
      </div>
      <div className="tags">
        <StateTag state={mediation.state} />
        {checkOn !== null && <span className="hint">{t('checkBy', { day: checkOn })}</span>}
      </div>
    </article>
  );
}
