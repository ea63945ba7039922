import { skipToken, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { VisitEntry } from './VisitEntry.tsx';
import { HOUSEHOLD_VISITS, HOUSEHOLD_VISITS_MASKED } from './visit.ts';

/**
 * The household's record of visits, the latest first; what was said is hidden until it is said what it is read for. Nothing for
 * whoever sees no visits to it, as at a hotline.
 */
export function Visits({ household: id, town }: { household: string; town: string }) {
  const { t } = useTranslation('visits');
  const purpose = usePurpose();
  const full = useQuery(HOUSEHOLD_VISITS, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(HOUSEHOLD_VISITS_MASKED, purpose ? skipToken : { variables: { id }, ...unkept });
  const { data, error, refetch, fetchMore } = purpose ? full : masked;
  const visits = data?.household?.visits;
  if (visits === null) return null;
  if (!visits) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={3} />;
  const { hasNextPage, endCursor } = visits.pageInfo;
  return (
    <Panel title={`${t('visits')} ${visits.totalCount}`} flush>
      {visits.nodes.length === 0 && <p className="hint padded">{t('none')}</p>}
      {visits.nodes.map((visit) => (
        <VisitEntry key={visit.id} visit={visit} town={town} purpose={purpose} />
      ))}
      {hasNextPage && (
        <MoreButton
          shown={visits.nodes.length}
          total={visits.totalCount}
          load={() =>
            fetchMore({
              variables: { after: endCursor },
              updateQuery: (before, { fetchMoreResult: next }) => {
                const [old, come] = [before.household?.visits, next.household?.visits];
                if (!before.household || !old || !come) return before;
                return {
                  household: { ...before.household, visits: { ...come, nodes: [...old.nodes, ...come.nodes] } },
                };
              },
            })
          }
        />
      )}
    </Panel>
  );
}
