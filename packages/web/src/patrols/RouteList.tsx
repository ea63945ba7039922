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
import { unitPath } from '../units/unit.ts';
import { ChangeRoute, CloseRoute, OpenRoute } from './KeepRoute.tsx';
import { PATROL_ROUTES, type Route } from './patrol.ts';

const pageSize = 20;

/** The routes of a town, those in use or those closed, and the ways to keep them. */
export function RouteList({ town }: { town: Town }) {
  const { t } = useTranslation('patrols');
  const [closed, setClosed] = useState(false);
  const [opening, setOpening] = useState(false);
  const variables = { code: town.code, closed, first: pageSize, after: null };
  const query = useQuery(PATROL_ROUTES, { variables });
  return (
    <>
      <ListPanel
        title={t('views.routes')}
        none={t('noRoutesYet')}
        query={query}
        list={({ town: read }) => read?.patrolRoutes}
        extra={
          <div className="actions">
            <Segmented
              size="small"
              value={closed}
              options={[
                { value: false, label: t('openRoutes') },
                { value: true, label: t('closedRoutes') },
              ]}
              onChange={setClosed}
            />
            {town.viewerCanSomewhere.includes('PATROL_PLAN') && (
              <Button size="small" onClick={() => setOpening(true)}>
                {t('openRoute')}
              </Button>
            )}
          </div>
        }
      >
        {(route) => <RouteLine key={route.id} route={route} />}
      </ListPanel>
      {opening && <OpenRoute town={town.code} onClose={() => setOpening(false)} />}
    </>
  );
}

/** One route: where it leads, since when, what it was before, and what may be done with it. */
function RouteLine({ route }: { route: Route }) {
  const { t } = useTranslation('patrols');
  const list = useList();
  const period = usePeriod();
  const [doing, setDoing] = useState<'change' | 'close' | null>(null);
  const { stops, unit, versions, validFrom, validTo } = route;
  const earlier = versions.slice(0, -1).map(({ name }) => name);
  const onClose = () => setDoing(null);
  return (
    <article className="record-line">
      <div>
        <strong>{route.name}</strong> <Link to={unitPath(unit.id)}>{unit.name}</Link>
        <div className="hint">{period(validFrom, validTo)}</div>
        {earlier.length > 0 && <div className="hint">{t('earlierRoutes', { names: list([...new Set(earlier)]) })}</div>}
      </div>
      <div>
        {stops.map(({ name }) => name).join(' → ')}
        <div className="hint">{t('routeMany', { n: stops.length })}</div>
      </div>
      <div className="actions">
        {validTo === null && can({ viewerCan: route.viewerCan }, 'PATROL_PLAN') && (
          <>
            <Button size="small" onClick={() => setDoing('change')}>
              {t('changeRoute')}
            </Button>
            <Button size="small" onClick={() => setDoing('close')}>
              {t('closeRoute')}
            </Button>
          </>
        )}
      </div>
      {doing === 'change' && <ChangeRoute route={route} onClose={onClose} />}
      {doing === 'close' && <CloseRoute route={route} onClose={onClose} />}
    </article>
  );
}
