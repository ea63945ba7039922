import { sumOf } from '../figures/figure-of.ts';
import { presentIndicator } from '../figures/present-indicator.ts';
import { numberOf } from '../indicators/number-of.ts';
import { addedTo } from '../indicators/suppressed.ts';
import type { Asked } from './read-figures.ts';
import type { DistrictFigureType, TownFigures } from './town-figures.type.ts';

/** What towns have together of each indicator, with the towns that have no figures. */
export function totalsOf(asked: readonly Asked[], towns: readonly TownFigures[]): DistrictFigureType[] {
  const sets = towns.flatMap((town) => (town.typename === 'TownFigureSet' ? [town] : []));
  const missing = towns.flatMap((each) => (each.typename === 'TownUnavailable' ? [each.town] : []));
  return asked.map(({ indicator, period, on }, index) => {
    const shown = presentIndicator(indicator);
    const figures = sets.flatMap(({ figures }) => figures[index] ?? []);
    const { count, total } = sumOf(figures.map((figure) => addedTo(figure.exact, figure.suppresses)));
    const suppresses = figures.some((figure) => figure.suppresses);
    return {
      ...{ indicator: shown, period, missing, townCount: sets.length },
      on: indicator.time === 'STOCK' ? on : null,
      ...numberOf(shown, count, total, suppresses),
    };
  });
}
