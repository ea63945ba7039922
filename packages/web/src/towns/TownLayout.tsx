import { useQuery } from '@apollo/client/react';
import { Result, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Outlet, useMatch, useParams } from 'react-router';
import { DayBanner, DayPicker, useAsOf } from '../ui/asOf.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { isOpen } from './pages.ts';
import { TownNav } from './TownNav.tsx';
import { TOWN, type Town } from './town.ts';

/** The head of a town's pages: its name, its figures, and the way between them. */
export function Component() {
  const { code = '' } = useParams();
  const page = useMatch('/towns/:code/:page/*')?.params.page ?? '';
  const dated = ['', 'overlays', 'organizations', 'party', 'party-work'].includes(page);
  const day = useAsOf();
  // The other pages have days of their own, or none.
  const asOf = dated ? day : null;
  const { t } = useTranslation('towns');
  const { data, previousData, error, refetch } = useQuery(TOWN, { variables: { code, asOf } });
  // While another day is read the head stays, and the day picker in it keeps the focus.
  const before = previousData?.town?.code === code ? previousData.town : null;
  const town = data ? data.town : before;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);

  if (!town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  // An address can be typed by hand, or be of a role that one had.
  const hidden = !isOpen(town, page);
  return (
    <div className={page === '' ? 'page' : 'page at-work'}>
      <PageHead
        title={town.name}
        tags={<Tag variant="outlined">{t(`kind.${town.kind}`)}</Tag>}
        meta={
          <>
            <Figures town={town} />
            {dated && <DayPicker />}
          </>
        }
        actions={<TownNav town={town} asOf={asOf} />}
      />
      {town.status === 'REGISTERED' ? (
        <Result status="info" title={t('notSetUp.title')} subTitle={t('notSetUp.lead')} />
      ) : (
        <>
          {dated && <DayBanner />}
          {hidden && <Result status="403" title={t('notYours.title')} subTitle={t('notYours.lead')} />}
          {/* What a page keeps is of one town. */}
          {data && !hidden && <Outlet key={code} context={town} />}
          {!data && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={12} />)}
        </>
      )}
    </div>
  );
}

function Figures({ town }: { town: Town }) {
  const { t } = useTranslation(['units', 'towns', 'households']);
  const counts = (town.unitCounts ?? []).filter(({ kind, count }) => kind !== 'TOWN' && count > 0);
  return (
    <>
      <span className="code">{town.code}</span>
      {counts.map(({ kind, count }) => (
        <span key={kind} className="figure">
          {t(`kinds.${kind}`)} <b>{count}</b>
        </span>
      ))}
      {town.teamCount !== null && (
        <span className="figure">
          {t('kinds.TEAM')} <b>{town.teamCount}</b>
        </span>
      )}
      {town.householdCount !== null && town.householdCount > 0 && (
        <span className="figure">
          {t('households:households')} <b>{town.householdCount}</b>
        </span>
      )}
    </>
  );
}
