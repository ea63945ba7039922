import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { householdPath } from '../households/household.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { Panel } from '../ui/Panel.tsx';
import { BeginPairing } from './BeginPairing.tsx';
import { type PairingChoice, type PairingKind, UNPAIRED, UNPAIRED_FOR, type Unpaired } from './pairing.ts';

interface Props {
  town: string;
  kinds: readonly PairingKind[];
  choice: PairingChoice;
}

/** The households that ought to have a pairing of a kind and have none, each with the way to pair somebody with it. */
export function UnpairedList({ town, kinds, choice }: Props) {
  const { t } = useTranslation('pairings');
  const purpose = usePurpose();
  const [pairing, setPairing] = useState<Unpaired | null>(null);
  const kind = kinds.find(({ id }) => id === choice.kind);
  // Whom a sensitive kind is for is looked for only when it is said what for.
  const isHidden = kind?.sensitive === true && purpose === null;
  const variables = { code: town, kind: kind?.id ?? '', unit: choice.unit, after: null };
  const isAsked = kind !== undefined && !isHidden;
  const full = useQuery(
    UNPAIRED_FOR,
    isAsked && purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken,
  );
  const masked = useQuery(UNPAIRED, isAsked && !purpose ? { variables, ...unkept } : skipToken);
  if (!isAsked) {
    return (
      <Panel title={t('views.unpaired')} extra={<PurposePicker />}>
        <p className="hint">{t(isHidden ? 'sensitiveHint' : 'chooseKind')}</p>
      </Panel>
    );
  }
  const panel = { title: t('views.unpaired'), extra: <PurposePicker />, none: t('noneUnpaired') };
  const line = (unpaired: Unpaired) => (
    <Line key={unpaired.household?.id} unpaired={unpaired} onPair={() => setPairing(unpaired)} />
  );
  return (
    <>
      {purpose ? (
        <ListPanel {...panel} query={full} list={({ town }) => town?.unpairedHouseholds}>
          {line}
        </ListPanel>
      ) : (
        <ListPanel {...panel} query={masked} list={({ town }) => town?.unpairedHouseholds}>
          {line}
        </ListPanel>
      )}
      {pairing?.household && (
        <BeginPairing
          town={town}
          household={pairing.household}
          kind={pairing.pairingKind.id}
          onClose={() => setPairing(null)}
        />
      )}
    </>
  );
}

/** One household, with why it ought to be paired. */
function Line({ unpaired: { household, because }, onPair }: { unpaired: Unpaired; onPair: () => void }) {
  const { t } = useTranslation(['pairings', 'households']);
  if (!household) return null;
  return (
    <article className="record-line">
      <div>
        <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>
        {household.label !== null && <div className="hint">{household.label}</div>}
      </div>
      <div className="tags">
        {because?.map(({ id, name, validFrom }) => (
          <Tag key={id}>{t('since', { name, day: validFrom })}</Tag>
        ))}
      </div>
      <div>
        {can(household, 'PAIRING_MANAGE') && (
          <Button size="small" onClick={onPair}>
            {t('begin')}
          </Button>
        )}
      </div>
    </article>
  );
}
