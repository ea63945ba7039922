import { endOn, replaceFrom, setFrom, type Version } from '../db/versions.ts';
import type { PartyLine, PartyState, PartyTree } from './party-tree.ts';

/** Where a Party organisation sits: at the most one of these. */
export type Seat = Pick<PartyState, 'unit_id' | 'organization_id' | 'industry_id'>;

/** What a Party organisation is to be from a day on; what is not told stays. */
export type PartyPatch = Partial<Omit<PartyState, keyof Seat>> & { seat?: Seat };

/** The tree with a Party organisation that begins on a day. */
export function founded(tree: PartyTree, uuid: string, day: string, state: PartyState): PartyTree {
  return tree.with([{ uuid, version: 0, successor: null, versions: [{ from: day, to: null, state }] }]);
}

/** The tree with a Party organisation that is something else from a day on; what was settled for a later day stays. */
export function changed(tree: PartyTree, uuid: string, day: string, { seat, ...patch }: PartyPatch): PartyTree {
  const line = tree.find(uuid);
  if (!line) return tree;
  // A seat is one thing in three columns: what was settled of it for a later day stays as a whole.
  const told = line.versions.map((version) => ({
    ...version,
    state: { ...version.state, seat: seatOf(version.state) },
  }));
  const set = setFrom<Seated>(told, day, seat ? { ...patch, seat: seatOf(seat) } : patch);
  return tree.with([{ ...line, versions: set.map(seated) }]);
}

function seatOf({ unit_id, organization_id, industry_id }: Seat): string {
  return JSON.stringify({ unit_id, organization_id, industry_id } satisfies Seat);
}

/** A state with its seat as one member. */
type Seated = PartyState & { seat: string };

function seated({ state: { seat, ...state }, ...version }: Version<Seated>): Version<PartyState> {
  return { ...version, state: { ...state, ...(JSON.parse(seat) as Seat) } };
}

/** The tree in which some Party organisations end on a day and one goes on for them, also for what stood under them. */
export function merged(tree: PartyTree, others: ReadonlySet<string>, into: string, day: string): PartyTree {
  return handedOver(tree, others, day, into);
}

/** The tree in which a Party organisation ends on a day, and what stood under it stands under what was above it. */
export function dissolved(tree: PartyTree, uuid: string, day: string): PartyTree {
  return handedOver(tree, new Set([uuid]), day, null);
}

/**
 * Ends some on a day. What stood under them goes to one of the others; or, with none told, as that one itself does, to what was
 * above them on the day.
 */
function handedOver(tree: PartyTree, ending: ReadonlySet<string>, day: string, heir: string | null): PartyTree {
  const above = (uuid: string): string | null => {
    let at = tree.stateOn(uuid, day)?.parent_id ?? null;
    const seen = new Set<string>();
    while (at !== null && ending.has(at) && !seen.has(at)) {
      seen.add(at);
      at = tree.stateOn(at, day)?.parent_id ?? null;
    }
    return at;
  };
  const lines: PartyLine[] = [];
  for (const line of tree.lines) {
    if (ending.has(line.uuid)) {
      const first = line.versions[0];
      const versions = endOn(line.versions, day);
      const takenBack = versions.length === 0 && first ? { ...first, to: first.from } : line.takenBack;
      lines.push({ ...line, versions, successor: heir, ...(takenBack ? { takenBack } : {}) });
      continue;
    }
    let versions = line.versions;
    for (const end of ending) {
      const next = heir === null || line.uuid === heir ? above(end) : heir;
      versions = replaceFrom(versions, day, 'parent_id', end, next);
    }
    if (versions.some((version, index) => version !== line.versions[index])) lines.push({ ...line, versions });
  }
  return tree.with(lines);
}
