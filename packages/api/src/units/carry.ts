import { dayBefore } from '../today.ts';
import type { LineageLink } from './lineage.ts';
import type { Timeline } from './timeline.ts';

/** A restructuring with the links of lineage that it made, and the households that it moved. */
export interface Crossing {
  day: string;
  links: readonly LineageLink[];
  /** The units that begin with it: it is the first of its day that leads to them. */
  begun: ReadonlySet<string>;
  /**
   * By household: the block that it left and the one that it came to on the day, where not all facts of the one go to the
   * other, or come from there.
   */
  moves: ReadonlyMap<string, Move>;
}

/** A household's way from one block to another. */
export interface Move {
  from: string;
  to: string;
  /** Whether it leads elsewhere than the facts of the one block go on to, and whether elsewhere than those of the other come from. */
  on: boolean;
  back: boolean;
}

/** What facts are carried through: a town's tree through time and its restructurings in the order in which they count. */
export interface History {
  timeline: Timeline;
  crossings: readonly Crossing[];
  /** By unit: which crossings, by their place among them, lead away from it. The others leave it where it is. */
  leaving: ReadonlyMap<string, readonly number[]>;
  /** By unit: which crossings lead to it. */
  arriving: ReadonlyMap<string, readonly number[]>;
}

/** Where a fact was recorded; the household counts only where a restructuring moved it. */
export interface Recorded {
  block: string;
  household: string | null;
  day: string;
}

/**
 * The unit that a fact counts for on a day; null is the town itself. The fact goes along restructurings only, never
 * along a household's own move. Across a restructuring it goes where its household was moved by it; else, where its unit
 * ended or began with it, to the heir or back to the designated predecessor; else it stays. What no unit inherits goes
 * on with what stood above. So a town's totals are the same on every day.
 */
export function carry(history: History, fact: Recorded, target: string): string | null {
  const { timeline } = history;
  let at: string | null = fact.block;
  let day = fact.day;
  // A stored block stays as it was recorded; a restructuring dated back may have ended it, or begun it, otherwise.
  const life = timeline.lifeOf(fact.block);
  if (life?.to != null && life.to <= day) day = dayBefore(life.to);
  if (life && life.from > day) day = life.from;
  at = target >= day ? goOn(history, { ...fact, day }, target) : goBack(history, { ...fact, day }, target);
  return standing(timeline, at, target);
}

function goOn({ timeline, crossings, leaving }: History, { block, household, day }: Recorded, target: string) {
  let at: string | null = block;
  let last = -1;
  while (at !== null) {
    const next = leaving.get(at)?.find((each) => each > last && (crossings[each]?.day ?? '') > day);
    const crossing = crossings[next ?? -1];
    if (next === undefined || !crossing || crossing.day > target) break;
    at = forwards(timeline, crossing, at, household);
    last = next;
  }
  return at;
}

function goBack({ crossings, arriving }: History, { block, household, day }: Recorded, target: string) {
  let at: string = block;
  let last = crossings.length;
  while (true) {
    const next = arriving.get(at)?.findLast((each) => each < last && (crossings[each]?.day ?? '') <= day);
    const crossing = crossings[next ?? -1];
    if (next === undefined || !crossing || crossing.day <= target) return at;
    at = backwards(crossing, at, household);
    last = next;
  }
}

/** Where a restructuring takes the facts of a unit, or of one household there; null is the town. */
export function forwards(
  timeline: Timeline,
  crossing: Crossing,
  from: string,
  household: string | null,
): string | null {
  const move = household === null ? undefined : crossing.moves.get(household);
  if (move?.from === from) return move.to;
  // One restructuring may end a unit in another that it ends as well.
  const seen = new Set<string>();
  let at: string | null = from;
  while (at !== null && !seen.has(at) && !timeline.stateOn(at, crossing.day)) {
    seen.add(at);
    const heir = crossing.links.find((link) => link.heir && link.predecessorUuid === at);
    if (!heir) return at;
    at = heir.successorUuid;
  }
  return at;
}

/** Where the facts of a unit, or of one household there, were before a restructuring. */
export function backwards(crossing: Crossing, from: string, household: string | null): string {
  const move = household === null ? undefined : crossing.moves.get(household);
  if (move?.to === from) return move.from;
  const seen = new Set<string>();
  let at: string = from;
  while (!seen.has(at) && crossing.begun.has(at)) {
    seen.add(at);
    const links = crossing.links.filter((link) => link.successorUuid === at);
    const back = links.find((link) => link.designated) ?? links[0];
    if (!back) return at;
    at = back.predecessorUuid;
  }
  return at;
}

/** The unit itself if it stands on the day, else the nearest that stood above it when it began or ended and stands. */
function standing(timeline: Timeline, unit: string | null, day: string): string | null {
  const seen = new Set<string>();
  let at = unit;
  while (at !== null && !timeline.stateOn(at, day)) {
    if (seen.has(at)) return null;
    seen.add(at);
    const versions = timeline.find(at)?.versions ?? [];
    const [first, last] = [versions[0], versions.at(-1)];
    at = (first && first.from > day ? first : last)?.state.parent_id ?? null;
  }
  return at;
}
