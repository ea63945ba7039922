import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** The way between the pages of developers. */
export function DeveloperNav() {
  const { t } = useTranslation(['developers', 'applications', 'usage', 'explorer', 'guide']);
  const pages = [
    { to: '/applications', name: t('applications:mine') },
    { to: '/usage', name: t('usage:title') },
    { to: '/explorer', name: t('explorer:title') },
    { to: '/guide', name: t('guide:title') },
  ];
  return (
    <nav className="town-nav" aria-label={t('pages')}>
      <div className="pages">
        {pages.map(({ to, name }) => (
          <NavLink key={to} to={to}>
            {name}
          </NavLink>
        ))}
      </div>
    </nav>
  );
}
