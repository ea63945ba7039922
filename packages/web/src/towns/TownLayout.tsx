import { useQuery } from '@apollo/client/react';
import { Result, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useMatch, useParams } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { DayBanner, DayPicker, pathOn, useAsOf } from '../ui/asOf.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { TOWN, type Town } from './town.ts';

/** The head of a town's pages: its name, its figures, and the way between them. */
export function Component() {
  const { code = '' } = useParams();
  const pages = [useMatch('/towns/:code'), useMatch('/towns/:code/overlays')];
  const page = useMatch('/towns/:code/:page/*')?.params.page;
  const dated = pages.some((page) => page !== null);
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
  const pagesOfTown = [
    { to: pathOn('.', asOf), name: t('nav.tree'), shown: true },
    { to: 'drafts', name: t('nav.drafts'), shown: can(town, 'UNIT_RESTRUCTURE') },
    { to: 'history', name: t('nav.history'), shown: can(town, 'RESTRUCTURING_READ') },
    { to: pathOn('overlays', asOf), name: t('nav.overlays'), shown: can(town, 'UNIT_READ') },
    { to: pathOn('figures', asOf), name: t('nav.figures'), shown: can(town, 'UNIT_READ') },
    { to: 'import', name: t('nav.import'), shown: can(town, 'TREE_IMPORT') || can(town, 'TREE_EXPORT') },
    { to: 'accounts', name: t('nav.accounts'), shown: can(town, 'ACCOUNT_READ') },
    { to: 'settings', name: t('nav.settings'), shown: can(town, 'TOWN_CONFIGURE') },
  ];
  const links = pagesOfTown.filter(({ shown }) => shown);
  // An address can be typed by hand, or be of a role that one had.
  const hidden = pagesOfTown.some(({ to, shown }) => to === page && !shown);
  return (
    <div className="page">
      <PageHead
        title={town.name}
        tags={<Tag variant="outlined">{t(`kind.${town.kind}`)}</Tag>}
        meta={
          <>
            <Figures town={town} />
            {dated && <DayPicker />}
          </>
        }
        actions={
          links.length > 1 && (
            <nav className="subnav" aria-label={t('nav.label')}>
              {links.map(({ to, name }) => (
                <NavLink key={name} to={to} end={name === t('nav.tree')}>
                  {name}
                </NavLink>
              ))}
            </nav>
          )
        }
      />
      {town.status === 'REGISTERED' ? (
        <Result status="info" title={t('notSetUp.title')} subTitle={t('notSetUp.lead')} />
      ) : (
        <>
          {dated && <DayBanner />}
          {hidden && <Result status="403" title={t('notYours.title')} subTitle={t('notYours.lead')} />}
          {data && !hidden && <Outlet context={town} />}
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
          {t(`kind.${kind}`)} <b>{count}</b>
        </span>
      ))}
      {town.teamCount !== null && (
        <span className="figure">
          {t('kind.TEAM')} <b>{town.teamCount}</b>
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
