import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTown } from '../towns/town.ts';
import { useAddress } from '../ui/useAddress.ts';
import { FindingList } from './FindingList.tsx';
import { PatrolFilters } from './PatrolFilters.tsx';
import { PatrolList } from './PatrolList.tsx';
import { readChoice, views } from './patrol.ts';
import { Rates } from './Rates.tsx';
import { RecordPatrol } from './RecordPatrol.tsx';
import { RouteList } from './RouteList.tsx';

/** A town's patrols as far as its viewer sees them: each of them, what they brought up, their routes, and figures. */
export function Component() {
  const { t } = useTranslation('patrols');
  const town = useTown();
  const [params, choose] = useAddress();
  const [recording, setRecording] = useState(false);
  const choice = readChoice(params);
  const { view } = choice;
  return (
    <div className="column-main">
      <div className="toolbar">
        {town.viewerCanSomewhere.includes('PATROL_RECORD') && (
          <Button type="primary" onClick={() => setRecording(true)}>
            {t('record')}
          </Button>
        )}
        <Segmented
          className="patrol-views"
          value={view}
          options={views.map((each) => ({ value: each, label: t(`views.${each}`) }))}
          onChange={(next) => choose({ view: next })}
        />
      </div>
      {view !== 'routes' && <PatrolFilters town={town.code} choice={choice} choose={choose} />}
      {view === 'patrols' && <PatrolList town={town.code} choice={choice} />}
      {view === 'findings' && <FindingList town={town.code} choice={choice} />}
      {view === 'routes' && <RouteList town={town} />}
      {view === 'rates' && <Rates town={town.code} choice={choice} choose={choose} />}
      {recording && <RecordPatrol town={town} onClose={() => setRecording(false)} />}
    </div>
  );
}
