import { skipToken, useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { useTown } from '../towns/town.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { HeldVisitEntry } from './HeldVisitEntry.tsx';
import { HELD_VISITS, HELD_VISITS_MASKED } from './held-visit.ts';

/** Visits that were noted without a network and could not be recorded: those that wait, or those that were dealt with. */
export function Component() {
  const { t } = useTranslation('heldVisits');
  const town = useTown();
  const [settled, setSettled] = useState(false);
  const purpose = usePurpose();
  const variables = { code: town.code, settled };
  const full = useQuery(HELD_VISITS, purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(HELD_VISITS_MASKED, purpose ? skipToken : { variables, ...unkept });
  const query = purpose ? full : masked;
  const { data, error, refetch } = query;
  const held = data?.town?.heldVisits;
  return (
    <div className="column-main">
      <p className="lead padded">{t('lead')}</p>
      <Panel
        title={
          <Segmented
            aria-label={t('heldVisits')}
            value={settled}
            options={[
              { value: false, label: t('waiting') },
              { value: true, label: t('settled') },
            ]}
            onChange={setSettled}
          />
        }
        extra={<PurposePicker />}
        flush
      >
        {!held && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={3} />)}
        {held?.nodes.length === 0 && <p className="hint padded">{t(settled ? 'noneSettled' : 'none')}</p>}
        {held?.nodes.map((each) => (
          <HeldVisitEntry key={each.id} held={each} town={town.code} hidden={purpose === null} />
        ))}
        <MoreButton query={query} list={(data) => data.town?.heldVisits} />
      </Panel>
    </div>
  );
}
