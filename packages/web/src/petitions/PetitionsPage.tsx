import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTown } from '../towns/town.ts';
import { useAddress } from '../ui/useAddress.ts';
import { PetitionFilters } from './PetitionFilters.tsx';
import { PetitionList } from './PetitionList.tsx';
import { readChoice } from './petition.ts';
import { RecordPetition } from './RecordPetition.tsx';

/** A town's petitions, as far as its viewer sees them, and the way to record one. */
export function Component() {
  const { t } = useTranslation('petitions');
  const town = useTown();
  const [params, choose] = useAddress();
  const [recording, setRecording] = useState(false);
  const choice = readChoice(params);
  return (
    <div className="column-main">
      <div className="toolbar">
        {town.viewerCanSomewhere.includes('PETITION_RECORD') && (
          <Button type="primary" onClick={() => setRecording(true)}>
            {t('record')}
          </Button>
        )}
        <PetitionFilters town={town.code} choice={choice} choose={choose} />
      </div>
      <PetitionList town={town} choice={choice} />
      {recording && <RecordPetition town={town} onClose={() => setRecording(false)} />}
    </div>
  );
}
