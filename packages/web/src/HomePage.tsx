import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useViewer } from './accounts/viewer.ts';
import { workplaceOf } from './accounts/workplace.ts';
import { PageHead } from './ui/PageHead.tsx';
import { Panel } from './ui/Panel.tsx';

const Dashboard = lazy(() => import('./districts/DashboardPage.tsx').then((module) => ({ default: module.Component })));
const DeveloperHome = lazy(() =>
  import('./developers/DeveloperHome.tsx').then((module) => ({ default: module.DeveloperHome })),
);

/** Sends everybody to where their work is; the platform’s is here. */
export function Component() {
  const { t } = useTranslation('towns');
  const { assignments, permissions } = useViewer();
  const work = workplaceOf(assignments);
  // The installed application begins with the day's visits, for whoever makes any.
  const [params] = useSearchParams();
  const today = params.get('to') === 'today' && permissions.includes('VISIT_RECORD') ? '/today' : '';
  if (work.page === 'districts') {
    return work.code === null ? <Dashboard /> : <Navigate to={`/districts/${work.code}`} replace />;
  }
  if (work.page === 'town') {
    return <Navigate to={`/towns/${work.code}${today || (work.first && `/${work.first}`)}`} replace />;
  }
  if (work.page === 'none') return <DeveloperHome />;
  return (
    <div className="page narrow">
      <PageHead title={t('choose')} meta={t('chooseLead')} />
      <Panel title={t('town')} flush>
        <ul className="choices">
          {work.towns.map((town) => (
            <li key={town.code}>
              <Link to={`/towns/${town.code}${today}`}>
                <strong>{town.name}</strong>
                <span className="hint">
                  {town.district} · {town.code}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
