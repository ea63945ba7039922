import { useQuery } from '@apollo/client/react';
import { Breadcrumb, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { HouseholdCategories } from '../categories/HouseholdCategories.tsx';
import { HouseholdJobs } from '../job-placements/HouseholdJobs.tsx';
import { HouseholdPairings } from '../pairings/HouseholdPairings.tsx';
import { HouseholdEnrolments } from '../programmes/HouseholdEnrolments.tsx';
import { HouseholdRelief } from '../relief/HouseholdRelief.tsx';
import { HouseholdRequests } from '../requests/HouseholdRequests.tsx';
import { HouseholdRecord } from '../residents/HouseholdRecord.tsx';
import { Residents } from '../residents/Residents.tsx';
import { TownNav } from '../towns/TownNav.tsx';
import { pathSince } from '../ui/asOf.tsx';
import { dayBefore, dayInShanghai } from '../ui/day.ts';
import { History } from '../ui/History.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { unitPath } from '../units/unit.ts';
import { Visits } from '../visits/Visits.tsx';
import { HouseholdActions } from './HouseholdActions.tsx';
import { HOUSEHOLD, type HouseholdInFull, placesOn } from './household.ts';

type PlaceInFull = HouseholdInFull['places'][number];

/** One household: who is in it, the visits to it, its relief, its record, and the blocks that held it, in each partition. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['households', 'ui']);
  const { data, error, refetch } = useQuery(HOUSEHOLD, { variables: { id } });
  const household = data?.household;
  const geographic = household?.places.filter(({ block }) => block.overlay === null) ?? [];
  const today = dayInShanghai();
  const home = (placesOn(geographic, today)[0] ?? geographic.at(-1))?.block;
  useBeing(home ? `${home.town.district.name} · ${home.town.name}` : null);
  if (!household) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  const { validFrom: from, validTo: to } = household;
  const overlaid = Map.groupBy(household.places, ({ block }) => block.overlay?.id);
  return (
    <div className="page">
      <PageHead
        title={household.code ?? t('noCode')}
        crumbs={home && <Crumbs home={home} code={household.code ?? t('noCode')} />}
        nav={home && <TownNav town={home.town} asOf={null} at="find" />}
        tags={
          <>
            <Tag variant="outlined">{t('household')}</Tag>
            {to !== null && to <= today && <Tag>{t('left')}</Tag>}
          </>
        }
        meta={to === null ? t('ui:since', { from }) : t('ui:period', { from, to: dayBefore(to) })}
        actions={home && <HouseholdActions household={household} town={home.town.code} />}
      />
      <div className="columns">
        <div className="column-main">
          {home && <Residents household={household} town={home.town} />}
          {home && <HouseholdCategories household={household} town={home.town.code} />}
          <Visits household={household.id} town={home?.town.code ?? ''} />
          <HouseholdRequests household={household} town={home?.town.code ?? ''} />
          {home && <HouseholdRelief household={household} town={home.town.code} />}
          <HouseholdJobs household={household} />
          {home && <HouseholdPairings household={household} town={home.town.code} />}
          <HouseholdEnrolments household={household} />
          <HouseholdRecord household={household.id} />
        </div>
        <div className="column-side">
          <Panel title={t('homes')}>
            <Places places={geographic} />
          </Panel>
          {[...overlaid].map(
            ([overlay, places]) =>
              overlay !== undefined && (
                <Panel key={overlay} title={places[0]?.block.overlay?.name}>
                  <Places places={places} />
                </Panel>
              ),
          )}
        </div>
      </div>
    </div>
  );
}

function Crumbs({ home, code }: { home: PlaceInFull['block']; code: string }) {
  const units = [...[...home.ancestors].reverse(), home];
  return (
    <Breadcrumb
      items={[
        { title: <Link to={`/towns/${home.town.code}?at=${encodeURIComponent(home.id)}`}>{home.town.name}</Link> },
        ...units.map(({ id, name }) => ({ title: <Link to={unitPath(id)}>{name}</Link> })),
        { title: code },
      ]}
    />
  );
}

function Places({ places }: { places: readonly PlaceInFull[] }) {
  const { t } = useTranslation('households');
  if (places.length === 0) return <span className="hint">{t('neverThere')}</span>;
  return (
    <History
      periods={places.map(({ validFrom, validTo, block, head }) => ({
        from: validFrom,
        to: validTo,
        title: (
          <>
            <Link to={pathSince(unitPath(block.id), validFrom)}>{block.name}</Link>{' '}
            <span className="hint">{block.ancestors[0]?.name ?? block.town.name}</span>
          </>
        ),
        ...(head?.person ? { note: `${t('head')} ${head.person.name}` } : {}),
      }))}
    />
  );
}
