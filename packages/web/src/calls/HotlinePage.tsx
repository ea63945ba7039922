import { useQuery } from '@apollo/client/react';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { useTown } from '../towns/town.ts';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { CallLog } from './CallLog.tsx';
import { OnDuty } from './OnDuty.tsx';
import { RecordMissedCall } from './RecordMissedCall.tsx';
import { HOTLINES } from './roster.ts';
import { TakeCall } from './TakeCall.tsx';
import { Waiting } from './Waiting.tsx';
import { WorkerRates } from './WorkerRates.tsx';

/** How often the desk looks anew who is on duty, in milliseconds. */
const LOOK_AGAIN_MS = 60_000;

/** The desk of a hotline, for somebody on the telephone: who is on duty, the form for the call, what waits, and the day's log. */
export function Component() {
  const { t } = useTranslation('calls');
  const town = useTown();
  const [params, choose] = useAddress();
  const [missed, setMissed] = useState(false);
  const { data, error, refetch } = useQuery(HOTLINES, {
    variables: { code: town.code },
    pollInterval: LOOK_AGAIN_MS,
  });
  const hotlines = data?.town?.hotlines;
  if (!hotlines) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const own = hotlines.filter((each) => can(each, 'CALL_READ'));
  const hotline = own.find(({ id }) => id === params.get('hotline')) ?? own[0];
  if (!hotline) {
    return (
      <p className="lead">
        {t('noHotline')} <Link to={`/towns/${town.code}/roster`}>{t('roster')}</Link>
      </p>
    );
  }
  const records = can(hotline, 'CALL_RECORD');
  return (
    <div className="column-main">
      <div className="toolbar">
        {own.length > 1 && (
          <Select
            aria-label={t('hotline')}
            className="filter-unit"
            value={hotline.id}
            options={own.map(({ id, name, unit }) => ({ value: id, label: `${unit?.name ?? town.name} ${name}` }))}
            onChange={(id) => choose({ hotline: id })}
          />
        )}
        {records && <Button onClick={() => setMissed(true)}>{t('recordMissed')}</Button>}
      </div>
      <OnDuty hotline={hotline} town={town} />
      <div className="columns">
        <div className="column-main">
          {records && <TakeCall key={hotline.id} hotline={hotline} town={town} />}
          <CallLog hotline={hotline.id} town={town} />
        </div>
        <div className="column-side">
          <Waiting hotline={hotline.id} town={town.code} />
          <WorkerRates hotline={hotline.id} town={town.code} />
        </div>
      </div>
      {missed && <RecordMissedCall hotline={hotline} onClose={() => setMissed(false)} />}
    </div>
  );
}
