import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { pathOn } from '../ui/asOf.tsx';
import { isOpen, type TownOfPages, townPages } from './pages.ts';

/** The way between a town's pages, as far as they are open to its viewer; those of any day are led to on `asOf`. */
export function TownNav({ town, asOf }: { town: TownOfPages; asOf: string | null }) {
  const { t } = useTranslation('towns');
  const shown = { ...town, ...(asOf === null ? {} : { asOf }) };
  const open = townPages.filter(({ page }) => isOpen(shown, page));
  if (open.length < 2) return null;
  return (
    <nav className="subnav" aria-label={t('nav.label')}>
      {open.map(({ page, name, dated }) => (
        <NavLink
          key={name}
          to={pathOn(`/towns/${town.code}${page && `/${page}`}`, dated ? asOf : null)}
          end={page === ''}
        >
          {t(`nav.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
