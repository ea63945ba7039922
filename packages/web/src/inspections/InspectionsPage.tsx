import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTown } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { useAddress } from '../ui/useAddress.ts';
import { FindingList } from './FindingList.tsx';
import { InspectionFilters } from './InspectionFilters.tsx';
import { readChoice, views } from './inspection.ts';
import { PlaceList } from './PlaceList.tsx';
import { RecordRound } from './RecordRound.tsx';
import { RoundList } from './RoundList.tsx';
import { SquadList } from './SquadList.tsx';
import { Sums } from './Sums.tsx';

/** A town's inspections: rounds, what they found, figures that open into both, the places, and the squads. */
export function Component() {
  const { t } = useTranslation('inspections');
  const town = useTown();
  const [params, choose] = useAddress();
  const [recording, setRecording] = useState(false);
  const choice = readChoice(params, dayInShanghai());
  const { view } = choice;
  const props = { town, choice, choose };
  return (
    <div className="column-main">
      <div className="toolbar">
        {town.viewerCanSomewhere.includes('INSPECTION_RECORD') && (
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
      {view !== 'squads' && <InspectionFilters {...props} />}
      {view === 'rounds' && <RoundList town={town.code} choice={choice} />}
      {view === 'findings' && <FindingList town={town.code} choice={choice} />}
      {view === 'sums' && <Sums {...props} />}
      {view === 'places' && <PlaceList {...props} />}
      {view === 'squads' && <SquadList town={town} />}
      {recording && <RecordRound town={town} onClose={() => setRecording(false)} />}
    </div>
  );
}
