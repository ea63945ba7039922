import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useTown } from '../towns/town.ts';
import { useAsOf } from '../ui/asOf.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { AssignmentsPanel } from './AssignmentsPanel.tsx';
import { GUIDANCE_STATIONS } from './party-work.ts';
import { Stations } from './Stations.tsx';

/** What covers organisations by work on a day: guidance stations, and who is assigned to units and to single organisations. */
export function Component() {
  const { t } = useTranslation('partyWork');
  const town = useTown();
  const { data, error, refetch } = useQuery(GUIDANCE_STATIONS, { variables: { code: town.code, asOf: useAsOf() } });
  const stations = data?.town?.guidanceStations;
  return (
    <div className="column-main">
      <p className="hint">{t('lead')}</p>
      {stations ? (
        <Stations town={town} stations={stations} />
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
      <AssignmentsPanel town={town} />
    </div>
  );
}
