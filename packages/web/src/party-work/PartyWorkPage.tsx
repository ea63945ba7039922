import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useTown } from '../towns/town.ts';
import { useAsOf } from '../ui/asOf.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { Assignments } from './Assignments.tsx';
import { AssignWorker } from './AssignWorker.tsx';
import { PARTY_WORK } from './party-work.ts';
import { Stations } from './Stations.tsx';

/** What covers organisations by work on a day: guidance stations, and who is assigned to all organisations of a unit. */
export function Component() {
  const { t } = useTranslation('partyWork');
  const town = useTown();
  const [assigning, setAssigning] = useState(false);
  const { data, error, refetch } = useQuery(PARTY_WORK, { variables: { code: town.code, asOf: useAsOf() } });
  const { unitAssignments, guidanceStations } = data?.town ?? {};
  if (!unitAssignments || !guidanceStations) {
    return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  }
  const may = can(town, 'COVERAGE_KEEP');
  return (
    <div className="column-main">
      <p className="hint">{t('lead')}</p>
      <Stations town={town} stations={guidanceStations} />
      <Panel
        flush
        title={t('unitAssignments', { n: unitAssignments.length })}
        extra={
          may && (
            <Button size="small" type="primary" onClick={() => setAssigning(true)}>
              {t('assign')}
            </Button>
          )
        }
      >
        <Assignments assignments={unitAssignments} empty={t('noUnitAssignments')} may={may} />
      </Panel>
      {assigning && <AssignWorker town={town.code} onClose={() => setAssigning(false)} />}
    </div>
  );
}
