import { useQuery } from '@apollo/client/react';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import type { Town } from '../towns/town.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { useList } from '../ui/list.ts';
import { usePeriod } from '../ui/period.ts';
import type { Choose } from '../ui/useAddress.ts';
import { unitPath } from '../units/unit.ts';
import { type Choice, PLACES, type Place, placesShown } from './inspection.ts';
import { ChangePlace, ClosePlace, OpenPlace } from './KeepPlace.tsx';

interface Props {
  town: Town;
  choice: Choice;
  choose: Choose;
}

/** A town's places: those in use, those that nobody checked in the period, or those that are closed. */
export function PlaceList({ town, choice, choose }: Props) {
  const { t } = useTranslation('inspections');
  const [opening, setOpening] = useState(false);
  const { unit, kind, places: shown, period } = choice;
  const which = { open: {}, unchecked: { uncheckedIn: period }, closed: { closed: true } }[shown];
  const query = useQuery(PLACES, { variables: { code: town.code, filter: { unit, kind, ...which }, after: null } });
  return (
    <>
      {shown === 'unchecked' && <p className="hint">{t('uncheckedLead')}</p>}
      <ListPanel
        title={t('views.places')}
        none={t('noPlaces')}
        query={query}
        list={(data) => data.town?.inspectionPlaces}
        extra={
          <div className="actions">
            <Segmented
              size="small"
              value={shown}
              options={placesShown.map((each) => ({ value: each, label: t(`placesShown.${each}`) }))}
              onChange={(places) => choose({ places })}
            />
            {town.viewerCanSomewhere.includes('INSPECTION_MANAGE') && (
              <Button size="small" onClick={() => setOpening(true)}>
                {t('openPlace')}
              </Button>
            )}
          </div>
        }
      >
        {(place) => <PlaceLine key={place.id} town={town} place={place} />}
      </ListPanel>
      {opening && <OpenPlace town={town} onClose={() => setOpening(false)} />}
    </>
  );
}

function PlaceLine({ town, place }: { town: Town; place: Place }) {
  const { t } = useTranslation('inspections');
  const list = useList();
  const period = usePeriod();
  const [doing, setDoing] = useState<'change' | 'close' | null>(null);
  const { name, kind, unit, validFrom, validTo } = place;
  const former = [...new Set(place.versions.map((version) => version.name))].filter((each) => each !== name);
  const onClose = () => setDoing(null);
  return (
    <article className="record-line">
      <div>
        <Link to={`?${new URLSearchParams({ view: 'rounds', place: place.id })}`} className="record-line-name">
          <strong>{name}</strong>
        </Link>{' '}
        {t(`placeKinds.${kind}`)}
        {former.length > 0 && <div className="hint">{t('formerly', { names: list(former) })}</div>}
      </div>
      <div>
        <Link to={unitPath(unit.id)}>{unit.name}</Link> {place.address}
        <div className="hint">{[period(validFrom, validTo), place.organization?.name].filter(Boolean).join(' · ')}</div>
      </div>
      <div className="actions">
        {validTo === null && can(place, 'INSPECTION_MANAGE') && (
          <>
            <Button size="small" onClick={() => setDoing('change')}>
              {t('changePlace')}
            </Button>
            <Button size="small" onClick={() => setDoing('close')}>
              {t('closePlace')}
            </Button>
          </>
        )}
      </div>
      {doing === 'change' && <ChangePlace town={town} place={place} onClose={onClose} />}
      {doing === 'close' && <ClosePlace place={place} onClose={onClose} />}
    </article>
  );
}
