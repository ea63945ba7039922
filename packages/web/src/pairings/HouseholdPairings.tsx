import { skipToken, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { unkept, usePurpose } from '../audit/purpose.ts';
import type { Home } from '../residents/resident.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { BeginPairing } from './BeginPairing.tsx';
import { PairingLine } from './PairingLine.tsx';
import { HOUSEHOLD_PAIRINGS, HOUSEHOLD_PAIRINGS_FOR } from './pairing.ts';

/** The pairings of a household, those ended among them. */
export function HouseholdPairings({ household, town }: { household: Home; town: string }) {
  const { t } = useTranslation('pairings');
  const purpose = usePurpose();
  const [beginning, setBeginning] = useState(false);
  const { id } = household;
  const full = useQuery(HOUSEHOLD_PAIRINGS_FOR, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(HOUSEHOLD_PAIRINGS, purpose ? skipToken : { variables: { id }, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={2} />;
  const pairings = data.household?.pairings;
  if (!pairings) return null;
  return (
    <Panel
      flush
      title={`${t('pairings')} ${pairings.length}`}
      extra={
        can(household, 'PAIRING_MANAGE') && (
          <Button size="small" onClick={() => setBeginning(true)}>
            {t('begin')}
          </Button>
        )
      }
    >
      {pairings.length === 0 && <p className="hint padded">{t('noneOfHousehold')}</p>}
      {pairings.map((pairing) => (
        <PairingLine key={pairing.id} pairing={pairing} />
      ))}
      {beginning && <BeginPairing town={town} household={household} onClose={() => setBeginning(false)} />}
    </Panel>
  );
}
