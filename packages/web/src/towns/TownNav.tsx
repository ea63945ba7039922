import { useTranslation } from 'react-i18next';
import { Link, useMatch } from 'react-router';
import { pathOn } from '../ui/asOf.tsx';
import { isOpen, type PageName, type TownOfPages, townAreas, townPages } from './pages.ts';

interface Props {
  town: TownOfPages;
  asOf: string | null;
  /** The page to which belongs what is shown, where that is none of the town's own. */
  at?: PageName;
}

/**
 * The way between a town's pages, as far as they are open to its viewer: its areas, and below them the pages of the area
 * that one is in. Pages of any day are led to on `asOf`.
 */
export function TownNav({ town, asOf, at }: Props) {
  const { t } = useTranslation('towns');
  const page = useMatch('/towns/:code/:page/*')?.params.page ?? '';
  const shown = { ...town, ...(asOf === null ? {} : { asOf }) };
  const open = townPages.filter((each) => isOpen(shown, each.page));
  const here = townPages.find((each) => (at ? each.name === at : each.page === page));
  const areas = townAreas.flatMap((area) => {
    const pages = open.filter((each) => each.area === area);
    return pages[0] ? [{ area, first: pages[0], pages }] : [];
  });
  if (open.length < 2) return null;
  const pathTo = (each: (typeof townPages)[number]) =>
    pathOn(`/towns/${town.code}${each.page && `/${each.page}`}`, each.dated ? asOf : null);
  const pages = areas.find(({ area }) => area === here?.area)?.pages ?? [];
  return (
    <nav className="town-nav" aria-label={t('nav.label')}>
      <div className="areas">
        {areas.map(({ area, first }) => (
          <Link key={area} to={pathTo(first)} className={area === here?.area ? 'active' : ''}>
            {t(`nav.areas.${area}`)}
          </Link>
        ))}
      </div>
      {pages.length > 1 && (
        <div className="pages">
          {pages.map((each) => (
            <Link
              key={each.name}
              to={pathTo(each)}
              {...(each === here ? { 'aria-current': 'page', ref: intoSight } : {})}
            >
              {t(`nav.${each.name}`)}
            </Link>
          ))}
        </div>
      )}
    </nav>
  );
}

/** On a telephone the pages of an area may be wider than the screen. */
function intoSight(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
