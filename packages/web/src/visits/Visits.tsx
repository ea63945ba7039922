import { skipToken, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
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
  return (
    <ListPanel
      title={t('visits')}
      none={t('none')}
      query={purpose ? full : masked}
      list={(data) => data.household?.visits}
    >
      {(visit) => <VisitEntry key={visit.id} visit={visit} town={town} purpose={purpose} />}
    </ListPanel>
  );
}
