import { permissionName } from '../access/permission.type.ts';
import { countsPeople } from '../access/small-numbers.ts';
import { hasBases, type Indicator, isPerHundred, isRate } from '../indicators/indicator.ts';
import type { IndicatorType } from '../indicators/indicator.type.ts';
import { suppressedBelow } from '../indicators/suppressed.ts';
import { isKeptByTown } from './town-total.ts';

/** Each once: a dashboard shows an indicator with every town. */
const shown = new Map<Indicator, IndicatorType>();

/** An indicator as GraphQL shows it. */
export function presentIndicator(indicator: Indicator): IndicatorType {
  const known = shown.get(indicator) ?? present(indicator);
  shown.set(indicator, known);
  return known;
}

function present(indicator: Indicator): IndicatorType {
  const { code, name, englishName, levels, time, permission, versions } = indicator;
  const [rate, perHundred] = [isRate(indicator), isPerHundred(indicator)];
  return {
    ...{ code, name, englishName, levels, time, perHundred },
    isRate: rate,
    hasBases: hasBases(indicator),
    keptByTown: isKeptByTown(indicator),
    rounding: perHundred ? 'PER_HUNDRED' : rate ? 'PER_CENT' : 'WHOLE',
    permission: permissionName(permission),
    suppressedBelow: countsPeople(permission) ? suppressedBelow : null,
    since: versions[0].since,
    versions: versions.map((version) => ({ since: version.since, version })),
  };
}
