import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { holding } from '../categories/category.ts';
import { partyPath } from '../party-organizations/party.ts';
import type { Town } from '../towns/town.ts';
import { pathOn, useAsOf } from '../ui/asOf.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { usePeriod } from '../ui/period.ts';
import { ChangeStation } from './ChangeStation.tsx';
import { CloseStation } from './CloseStation.tsx';
import { OpenStation } from './OpenStation.tsx';
import type { Station } from './party-work.ts';

const forms = { change: ChangeStation, close: CloseStation };

/** The guidance stations of a town: who runs and leads each, and what it guides; opening, changing and closing. */
export function Stations({ town, stations }: { town: Town; stations: readonly Station[] }) {
  const { t } = useTranslation('partyWork');
  const [opening, setOpening] = useState(false);
  const [doing, setDoing] = useState<{ what: keyof typeof forms; station: Station } | null>(null);
  const may = can(town, 'COVERAGE_KEEP');
  const Form = doing && forms[doing.what];
  return (
    <Panel
      flush
      title={t('stations', { n: stations.length })}
      extra={
        may && (
          <Button size="small" type="primary" onClick={() => setOpening(true)}>
            {t('open')}
          </Button>
        )
      }
    >
      {stations.length === 0 && <p className="hint padded">{t('noStations')}</p>}
      {stations.map((station) => (
        <article key={station.id} className="record-line">
          <Named station={station} />
          <Kinds station={station} />
          {may && (
            <div className="tags">
              <Button size="small" type="text" onClick={() => setDoing({ what: 'change', station })}>
                {t('change')}
              </Button>
              <Button size="small" type="text" onClick={() => setDoing({ what: 'close', station })}>
                {t('close')}
              </Button>
            </div>
          )}
        </article>
      ))}
      {opening && <OpenStation town={town.code} onClose={() => setOpening(false)} />}
      {Form && <Form town={town.code} station={doing.station} onClose={() => setDoing(null)} />}
    </Panel>
  );
}

/** What a station is called, who runs it, and who leads it. Who does on another day than today is not known here. */
function Named({ station: { name, host, ledBy, leader, validFrom, validTo } }: { station: Station }) {
  const { t } = useTranslation('partyWork');
  const period = usePeriod();
  const asOf = useAsOf();
  return (
    <div>
      <strong className="record-line-name">{name}</strong>
      <div className="hint">
        {host} · {period(validFrom, validTo)}
      </div>
      <div>
        {asOf === null && leader && <>{t('leader', { name: leader.name })} </>}
        <Link to={pathOn(partyPath(ledBy.id), asOf)} className="hint">
          {t('exOfficio', { party: ledBy.name })}
        </Link>
      </div>
    </div>
  );
}

/** Which kinds a station guides on the day, and when it guided others or will. */
function Kinds({ station: { kinds } }: { station: Station }) {
  const period = usePeriod();
  const now = holding(kinds, useAsOf() ?? dayInShanghai());
  return (
    <div className="tags">
      {kinds.map((guided) =>
        now.includes(guided) ? (
          <Tag key={`${guided.kind.id} ${guided.validFrom}`} color="blue">
            {guided.kind.name}
          </Tag>
        ) : (
          <span key={`${guided.kind.id} ${guided.validFrom}`} className="hint">
            {guided.kind.name} {period(guided.validFrom, guided.validTo)}
          </span>
        ),
      )}
    </div>
  );
}
