import { useQuery } from '@apollo/client/react';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useTown } from '../towns/town.ts';
import { dayInShanghai, daysAfter, isDay } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { AddDuties } from './AddDuties.tsx';
import { CopyRoster } from './CopyRoster.tsx';
import { EndHotline } from './EndHotline.tsx';
import { HotlineForm } from './HotlineForm.tsx';
import { RosterFaults } from './RosterFaults.tsx';
import { RosterWeek } from './RosterWeek.tsx';
import { HOTLINE_ROSTER, HOTLINES, type Hotline, mondayOf } from './roster.ts';

type Doing = 'open' | 'revise' | 'end' | 'add' | 'copy';

/** Who is on duty at a hotline, a week at a time, and what is wrong with it; whoever keeps the roster changes it here. */
export function Component() {
  const { t } = useTranslation('calls');
  const town = useTown();
  const [params, choose] = useAddress();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data, error, refetch } = useQuery(HOTLINES, { variables: { code: town.code } });
  const hotlines = data?.town?.hotlines;
  if (!hotlines) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const hotline = hotlines.find(({ id }) => id === params.get('hotline')) ?? hotlines[0];
  const day = params.get('week');
  const monday = mondayOf(isDay(day) ? day : dayInShanghai());
  const keeps = can(hotline, 'HOTLINE_KEEP');
  const close = () => setDoing(null);
  return (
    <div className="column-main">
      <div className="toolbar">
        {hotlines.length > 1 && (
          <Select
            aria-label={t('hotline')}
            className="filter-unit"
            value={hotline?.id ?? null}
            options={hotlines.map(({ id, name, unit }) => ({ value: id, label: `${unit?.name ?? town.name} ${name}` }))}
            onChange={(id) => choose({ hotline: id })}
          />
        )}
        {hotline && (
          <>
            <Button aria-label={t('weekBefore')} onClick={() => choose({ week: daysAfter(monday, -7) })}>
              ‹
            </Button>
            <Button onClick={() => choose({ week: dayInShanghai() })}>{t('thisWeek')}</Button>
            <Button aria-label={t('weekAfter')} onClick={() => choose({ week: daysAfter(monday, 7) })}>
              ›
            </Button>
          </>
        )}
        {keeps && (
          <>
            <Button type="primary" onClick={() => setDoing('add')}>
              {t('addDuties')}
            </Button>
            <Button onClick={() => setDoing('copy')}>{t('copyRoster')}</Button>
            <Button onClick={() => setDoing('revise')}>{t('reviseHotline')}</Button>
            <Button danger onClick={() => setDoing('end')}>
              {t('endHotline')}
            </Button>
          </>
        )}
        {town.viewerCanSomewhere.includes('HOTLINE_KEEP') && (
          <Button onClick={() => setDoing('open')}>{t('openHotline')}</Button>
        )}
      </div>
      {!hotline && <p className="lead">{t('noHotline')}</p>}
      {hotline && <Week hotline={hotline} monday={monday} keeps={keeps} town={town.name} />}
      {doing === 'open' && <HotlineForm town={town} onClose={close} />}
      {hotline && doing === 'revise' && <HotlineForm town={town} hotline={hotline} onClose={close} />}
      {hotline && doing === 'end' && <EndHotline hotline={hotline} onClose={close} />}
      {hotline && doing === 'add' && <AddDuties hotline={hotline} town={town.code} monday={monday} onClose={close} />}
      {hotline && doing === 'copy' && <CopyRoster hotline={hotline} monday={monday} onClose={close} />}
    </div>
  );
}

function Week({ hotline, monday, keeps, town }: { hotline: Hotline; monday: string; keeps: boolean; town: string }) {
  const { t } = useTranslation('calls');
  const { data, error, refetch } = useQuery(HOTLINE_ROSTER, { variables: { id: hotline.id, from: monday } });
  const roster = data?.hotline?.roster;
  if (!roster) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { opensAt, closesAt } = hotline;
  const hours = opensAt === 0 && closesAt === 24 ? t('roundTheClock') : t('hours', { from: opensAt, to: closesAt });
  return (
    <>
      {roster.duties.length === 0 && <Alert type="info" showIcon title={t('noDuties')} />}
      <Panel
        flush
        title={`${hotline.unit?.name ?? town} ${hotline.name}`}
        extra={
          <span className="hint">
            {hotline.telephones.join(' ')} · {hours}
          </span>
        }
      >
        <RosterWeek roster={roster} hotline={hotline} monday={monday} keeps={keeps} />
      </Panel>
      <RosterFaults roster={roster} />
    </>
  );
}
