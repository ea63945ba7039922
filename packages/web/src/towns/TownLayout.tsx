import { useQuery } from '@apollo/client/react';
import { Result, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useParams } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { DayBanner, DayPicker, pathOn, useAsOf } from '../ui/asOf.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { TOWN, type Town } from './town.ts';

/** The head of a town's pages: its name, its figures, and the way between them. */
export function Component() {
  const { code = '' } = useParams();
  const asOf = useAsOf();
  const { t } = useTranslation('towns');
  const { data, error, refetch } = useQuery(TOWN, { variables: { code, asOf } });
  const town = data?.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);

  if (!town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  const pages = [
    { to: '', name: t('nav.tree'), shown: true },
    { to: 'drafts', name: t('nav.drafts'), shown: can(town, 'UNIT_RESTRUCTURE') },
    { to: 'history', name: t('nav.history'), shown: can(town, 'RESTRUCTURING_READ') },
    { to: 'overlays', name: t('nav.overlays'), shown: can(town, 'UNIT_READ') },
    { to: 'import', name: t('nav.import'), shown: can(town, 'TREE_IMPORT') || can(town, 'TREE_EXPORT') },
    { to: 'accounts', name: t('nav.accounts'), shown: can(town, 'ACCOUNT_READ') },
    { to: 'settings', name: t('nav.settings'), shown: can(town, 'TOWN_CONFIGURE') },
  ].filter(({ shown }) => shown);
  return (
    <div className="page">
      <PageHead
        title={town.name}
        tags={<Tag variant="outlined">{t(`kind.${town.kind}`)}</Tag>}
        meta={
          <>
            <Figures town={town} />
            <DayPicker />
          </>
        }
        actions={
          pages.length > 1 && (
            <nav className="subnav" aria-label={t('nav.label')}>
              {pages.map(({ to, name }) => (
                <NavLink key={to} to={to === '' ? pathOn('.', asOf) : to} end>
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
          <DayBanner />
          <Outlet context={town} />
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
