import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useViewer } from '../accounts/viewer.ts';

/** The way between the figures of districts and the register of their towns. */
export function DistrictsNav({ code }: { code: string | null }) {
  const { t } = useTranslation(['districts', 'programmeOffers']);
  const { permissions } = useViewer();
  // Only the platform has figures of all.
  const dashboard = code === null || permissions.includes('SUMMARY_READ') ? '/' : `/districts/${code}`;
  return (
    <nav className="town-nav" aria-label={t('dashboard.pages')}>
      <div className="areas">
        <NavLink to={dashboard} end>
          {t('dashboard.page')}
        </NavLink>
        <NavLink to="/districts" end>
          {t('dashboard.towns')}
        </NavLink>
        {code !== null && permissions.includes('PROGRAMME_OFFER') && (
          <NavLink to={`/districts/${code}/programmes`} end>
            {t('programmeOffers:offers')}
          </NavLink>
        )}
      </div>
    </nav>
  );
}
