import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTown } from '../towns/town.ts';
import { useAddress } from '../ui/useAddress.ts';
import { BeginMediation } from './BeginMediation.tsx';
import { MediationFilters } from './MediationFilters.tsx';
import { MediationList } from './MediationList.tsx';
import { readChoice } from './mediation.ts';

/** A town's mediations, as far as its viewer sees them, and the way to begin one. */
export function Component() {
  const { t } = useTranslation('mediations');
  const town = useTown();
  const [params, choose] = useAddress();
  const [beginning, setBeginning] = useState(false);
  const choice = readChoice(params);
  return (
    <div className="column-main">
      <div className="toolbar">
        {town.viewerCanSomewhere.includes('MEDIATION_RECORD') && (
          <Button type="primary" onClick={() => setBeginning(true)}>
            {t('begin')}
          </Button>
        )}
        <MediationFilters town={town.code} choice={choice} choose={choose} />
      </div>
      <MediationList town={town} choice={choice} />
      {beginning && <BeginMediation town={town} onClose={() => setBeginning(false)} />}
    </div>
  );
}
