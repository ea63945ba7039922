import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { VisitEntry } from './VisitEntry.tsx';
import { HOUSEHOLD_VISITS } from './visit.ts';

/** The household's record of visits, the latest first. */
export function Visits({ household, town }: { household: string; town: string }) {
  const { t } = useTranslation('visits');
  const { data, error, refetch, fetchMore } = useQuery(HOUSEHOLD_VISITS, { variables: { id: household } });
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  const visits = data?.household?.visits;
  if (!visits) return <Loading />;
  const { hasNextPage, endCursor } = visits.pageInfo;
  return (
    <Panel title={`${t('visits')} ${visits.totalCount}`} flush>
      {visits.nodes.length === 0 && <p className="hint padded">{t('none')}</p>}
      {visits.nodes.map((visit) => (
        <VisitEntry key={visit.id} visit={visit} town={town} />
      ))}
      {hasNextPage && (
        <MoreButton
          shown={visits.nodes.length}
          total={visits.totalCount}
          load={() =>
            fetchMore({
              variables: { after: endCursor },
              updateQuery: (before, { fetchMoreResult: next }) => {
                const [old, come] = [before.household, next.household];
                if (!old || !come) return before;
                const nodes = [...old.visits.nodes, ...come.visits.nodes];
                return { household: { ...old, visits: { ...come.visits, nodes } } };
              },
            })
          }
        />
      )}
    </Panel>
  );
}
