import type { Permission } from '../access/permissions.ts';
import type { Desk } from '../db/door.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import type { Basis } from './basis.ts';

/** The same in Chinese and in English. */
export interface Words {
  zh: string;
  en: string;
}

/** What an indicator has meant from a day on. */
export interface IndicatorVersion {
  /** The first day on which the platform counted so, by the log of its repository. Facts before it are counted so as well. */
  since: string;
  definition: Words;
  /** What is counted; of a rate, what its numerator counts. */
  numerator: Words;
  /** Of a rate, what it counts among. */
  denominator?: Words;
  /** What is otherwise than in the version before; nothing for the first. */
  changed?: Words;
}

interface Named {
  /** Its stable code, such as `household`. */
  code: string;
  /** Its Chinese name. */
  name: string;
  englishName: string;
  /** For units of which kinds it is asked, TOWN for a town as a whole. */
  levels: readonly UnitKind[];
  /** Who may count it. */
  permission: Permission;
  /** How it has been defined, the latest first. A definition that changes is a version more. */
  versions: readonly [IndicatorVersion, ...IndicatorVersion[]];
}

/** What is counted with the units for which it counts, the nearest first; what counts for the town alone has none. */
export interface CountedFacts {
  path: readonly string[];
  count: number;
  /** Of a rate, how many it counts among; else the same. */
  total: number;
}

/** Days, the first and the last both included. */
export interface Days {
  first: string;
  last: string;
}

/** What a town has on a day: which town, on which day, for the units of which day. */
export interface StockQuestion {
  townId: number;
  /** The day on which it is counted. */
  on: string;
  /** The day for whose units it counts: `on`, but for an indicator with bases. */
  asOf: string;
}

/** What of a town is covered in a period: of what there is on a day, which is also the day for whose units it counts. */
export interface CoverageQuestion {
  townId: number;
  period: Days;
  asOf: string;
}

/** How many there are in a whole town; of a rate, among how many, else the same. */
export type Total = Pick<CountedFacts, 'count' | 'total'>;

/** Which facts are counted, by the codes of their measures (summaries/measures.ts). */
export interface FactSource<Measure extends string = string> {
  /** Which facts count: of a rate, the denominator. */
  counts: Measure;
  /** Of a rate, which of those make the numerator; of the same table. */
  rate?: Measure;
}

/** Something that a town has on a day. */
export interface StockIndicator extends Named {
  time: 'STOCK';
  count: (desk: Desk, question: StockQuestion) => Promise<CountedFacts[]>;
  /**
   * Counts a whole town from summaries alone, which the platform's role may read as well; many towns are asked for at once, so
   * through a batch of `desk.load`. Not needed where the code is one of `stocks` (summaries/stocks.ts).
   */
  ofTown?: (desk: Desk, question: Pick<StockQuestion, 'townId' | 'on'>) => Promise<Total>;
  /** Whether it is so many of so many. */
  isRate?: true;
  /** Whether it is counted on a basis: for the units of its day, of another, or of today. Without, for those of its day. */
  hasBases?: true;
  /** Whether it counts households, so that it opens into them. */
  ofHouseholds?: true;
}

/** Something that happens in a period: it is counted on a basis. */
interface FlowIndicator<Measure extends string = string> extends Named {
  time: 'FLOW';
  source: FactSource<Measure>;
}

/**
 * How far what happens in a period covers what there is on a day, the last one of the period: it has a period, and no
 * basis, for it counts for the units of that day.
 */
type CoverageIndicator<Measure extends string = string> = Named & { time: 'COVERAGE' } & (
    | {
        count: (desk: Desk, question: CoverageQuestion) => Promise<CountedFacts[]>;
        /** Whether it counts households, so that it opens into them. */
        ofHouseholds?: true;
      }
    | {
        /** The facts that it counts, to a hundred of what there is on the day. */
        source: FactSource<Measure>;
        to: StockIndicator;
      }
  );

/**
 * Something that can be counted. A feature adds its own: a file `*.indicators.ts` beside what they count, and a line in
 * `figures/indicators.ts`.
 */
export type Indicator<Measure extends string = string> =
  | StockIndicator
  | FlowIndicator<Measure>
  | CoverageIndicator<Measure>;

/** Whether it is so many of so many, or to so many; else it is a count. */
export function isRate(indicator: Indicator): boolean {
  if (indicator.time === 'STOCK') return indicator.isRate === true;
  return indicator.time === 'COVERAGE' || indicator.source.rate !== undefined;
}

/** Whether it says how many come to a hundred, not how many of a hundred. */
export function isPerHundred(indicator: Indicator): boolean {
  return indicator.time === 'COVERAGE' && 'to' in indicator;
}

/** Whether it counts for the units of a day that can be chosen. */
export function hasBases(indicator: Indicator): boolean {
  return indicator.time === 'FLOW' || (indicator.time === 'STOCK' && indicator.hasBases === true);
}

/** On which basis its facts are carried: what covers a day counts for the units of that day. */
export function carriedBy({ time }: Indicator, basis: Basis): Basis {
  return time === 'COVERAGE' ? 'AS_OF' : basis;
}

/** The facts that it counts; undefined where it counts no facts. */
export function sourceOf<Measure extends string>(indicator: Indicator<Measure>): FactSource<Measure> | undefined {
  return 'source' in indicator ? indicator.source : undefined;
}

/** Whether it counts households, and opens into them. */
export function opensHouseholds(indicator: Indicator): boolean {
  return 'ofHouseholds' in indicator && indicator.ofHouseholds === true;
}
