import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import type { FigureType } from '../figures/figure.type.ts';
import { countedFigure } from '../figures/figure-of.ts';
import { type AnyIndicator, countOf } from '../figures/indicators.ts';
import { globalId } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { timelineOf } from '../units/timeline.ts';
import { type ComparedLevel, unitsCompared } from './compared-units.ts';
import type { ComparedUnitType, ComparisonScoreType } from './comparison.type.ts';
import { besideSolved, type Comparison, comparedBy, comparisons, fewest } from './comparisons.ts';
import { rank } from './rank.ts';

/** What to compare: the units of a level, of a town or under one of its units, over a period, as of its last day. */
export interface ComparisonQuestion {
  townId: number;
  unitUuid: string | null;
  level: ComparedLevel;
  period: { first: string; last: string };
  asOf: string;
}

/**
 * Compares units by the five comparisons: the units by name, and what they are units of as a whole, which has no place. The
 * figures are those of the indicators: what the scoreboard shows, `figure` shows. A number of statements that grows with
 * nothing.
 */
export async function compareUnits(
  desk: Desk,
  actor: Actor,
  question: ComparisonQuestion,
): Promise<{ whole: ComparedUnitType; units: ComparedUnitType[] }> {
  const { townId, unitUuid, level, period, asOf } = question;
  const timeline = await desk.load(timelineOf, townId);
  const units = unitsCompared(timeline, asOf, level, unitUuid);
  const figuresBy = async (indicator: AnyIndicator): Promise<Map<string | null, FigureType>> => {
    const asked = { townId, period, on: asOf, basis: 'AS_OF' as const, asOf };
    const counted = await countOf(desk, indicator, asked);
    return new Map(
      [unitUuid, ...units].map((unit) => [
        unit,
        countedFigure(indicator, { ...asked, actor, on: null }, counted, unit),
      ]),
    );
  };
  const satisfaction = await figuresBy(besideSolved);
  const scores = new Map(
    await Promise.all(
      comparisons.map(
        async (comparison) => [comparison, scoresOf(units, await figuresBy(comparedBy(comparison)))] as const,
      ),
    ),
  );
  const scoreOf = (unit: string | null, comparison: Comparison) => get(get(scores, comparison), unit);
  const shown = (unit: string | null): ComparedUnitType => ({
    unit: unit === null ? null : globalId('Unit', townId, unit),
    name: unit === null ? null : timeline.nameOn(unit, asOf),
    kind: unit === null ? null : (timeline.stateNear(unit, asOf)?.kind ?? null),
    contacts: scoreOf(unit, 'CONTACTS'),
    breadth: scoreOf(unit, 'BREADTH'),
    records: scoreOf(unit, 'RECORDS'),
    promptness: scoreOf(unit, 'PROMPTNESS'),
    solved: scoreOf(unit, 'SOLVED'),
    satisfaction: get(satisfaction, unit),
    households: scoreOf(unit, 'BREADTH').figure.exact.total,
  });
  const byName = (a: ComparedUnitType, b: ComparedUnitType) =>
    byPinyin(a.name ?? '', b.name ?? '') || (a.unit ?? '').localeCompare(b.unit ?? '');
  return { whole: shown(unitUuid), units: units.map(shown).sort(byName) };
}

/** The figures of one comparison with the places of the units. */
function scoresOf(
  units: readonly string[],
  figures: ReadonlyMap<string | null, FigureType>,
): Map<string | null, ComparisonScoreType> {
  const places = rank(
    units.map((unit) => {
      const { count, total } = get(figures, unit).exact;
      return { numerator: count, denominator: total };
    }),
    fewest,
  );
  const placed = new Map(units.map((unit, index) => [unit, places[index] ?? null]));
  return new Map(
    [...figures].map(([unit, figure]) => [unit, { figure, rank: (unit !== null && placed.get(unit)) || null }]),
  );
}

function get<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`Nothing was counted for ${key}`);
  return value;
}
