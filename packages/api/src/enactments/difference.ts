import { z } from 'zod';
import { townRoles } from '../accounts/account.entity.ts';
import type { Desk } from '../db/door.ts';
import { stateOn, type Versions } from '../db/versions.ts';
import { postTitles } from '../people/person.entity.ts';
import { unitKinds } from '../towns/unit-kind.ts';
import { Timeline, type UnitState } from '../units/timeline.ts';
import type { Enactment } from './enactment.ts';
import { presentIn } from './household-moves.ts';

const unitState = z.object({
  name: z.string(),
  code: z.string().nullable(),
  kind: z.enum(unitKinds).exclude(['TOWN']),
  status: z.enum(['PREPARATORY', 'ACTIVE']),
  parent_id: z.uuid().nullable(),
});
const teamState = z.object({ block_id: z.uuid(), name: z.string() });
const place = z.uuid().nullable();

/** What a restructuring changes, as it is kept with it: ids and names of units, but nobody's name. */
const differenceSchema = z.object({
  /** Every unit that it concerns, also where nothing of the unit itself changes: what comes to it or goes from it does. */
  touched: z.array(z.uuid()).default([]),
  /** Units with their state before and after, on the first day on which they differ. Null where one is not there. */
  units: z.array(
    z.object({ unit: z.uuid(), day: z.string(), before: unitState.nullable(), after: unitState.nullable() }),
  ),
  /** Which units go into which others; into the town itself where there is none. */
  lineage: z.array(z.object({ predecessor: z.uuid(), successor: place })).default([]),
  teams: z.array(z.object({ team: z.uuid(), day: z.string(), before: teamState, after: teamState })),
  households: z.array(z.object({ from: z.uuid(), to: z.uuid(), count: z.int() })),
  /** Organisations that go with their unit into another; into the town itself where there is none. */
  organizations: z.array(z.object({ from: z.uuid(), to: place, count: z.int() })).default([]),
  posts: z.array(z.object({ post: z.uuid(), person: z.uuid(), title: z.enum(postTitles), from: place, to: place })),
  /** Accounts whose reach changes on the day, with the units that they newly reach or reach no longer. */
  roles: z.array(
    z.object({
      account: z.uuid(),
      role: z.enum(townRoles),
      from: place,
      to: place,
      gains: z.array(z.uuid()),
      loses: z.array(z.uuid()),
    }),
  ),
  /** How many units of each kind, teams and households stand on the day, before and after; overlays are left out. */
  figures: z.array(
    z.object({
      figure: z.enum([...unitKinds.filter((kind) => kind !== 'TOWN'), 'TEAM', 'HOUSEHOLD']),
      before: z.int(),
      after: z.int(),
    }),
  ),
});

export type Difference = z.infer<typeof differenceSchema>;

/** Reads a stored difference. Throws where it is none: a mistake in the code. */
export function readDifference(stored: unknown): Difference {
  return differenceSchema.parse(stored);
}

/** A fingerprint of a difference: the same for the same changes. Nobody can try on it how many households there are. */
export function fingerprintOf({ sealing }: Desk, difference: Difference): string {
  return sealing.digest(JSON.stringify(difference)).slice(0, 32);
}

/** Every unit that a difference is about: what it touched, what changed itself, and what teams, posts, roles go between. */
export function unitsOfDifference({ touched, units, households, teams, posts, roles }: Difference): Set<string> {
  return new Set([
    ...touched,
    ...units.map(({ unit }) => unit),
    ...households.flatMap(({ from, to }) => [from, to]),
    ...teams.flatMap(({ before, after }) => [before.block_id, after.block_id]),
    ...posts.flatMap(({ from, to }) => [from, to].filter((unit) => unit !== null)),
    // A role that stays where it is reaches further, or not as far: that is about what it reaches.
    ...roles.flatMap(({ from, to }) => (from === to ? [] : [from, to].filter((unit) => unit !== null))),
  ]);
}

/** Whether a difference leaves everything as it was: steps may take back what others did. */
export function isEmpty({ units, teams, households, posts, roles }: Difference): boolean {
  return [units, teams, households, posts, roles].every((part) => part.length === 0);
}

/** What a difference calls a unit that it changes: by its later name. */
export function nameIn(difference: Difference | null, unit: string): string {
  const change = difference?.units.find((each) => each.unit === unit);
  return (change?.after ?? change?.before)?.name ?? '';
}

/** What applying an enactment changes. */
export function differenceOf(enactment: Enactment): Difference {
  const { state, timeline, day } = enactment;
  const [before, after] = [state.timeline.on(day), timeline.on(day)];
  return {
    touched: [...enactment.changed.keys()],
    units: timelineDifference(state.timeline, timeline),
    lineage: enactment.lineage.map(({ predecessor, successor }) => ({ predecessor, successor })),
    teams: state.teams.flatMap(({ uuid, versions }) => {
      const next = enactment.teams.get(uuid)?.versions ?? [];
      const change = firstChange(versions, next);
      return change?.before && change.after
        ? [{ team: uuid, day: change.day, before: { ...change.before }, after: { ...change.after } }]
        : [];
    }),
    households: enactment.households.counts,
    organizations: movedOrganizations(enactment),
    posts: enactment.posts
      .filter((post) => post.goesTo !== post.unit)
      .map(({ id, person, title, unit, goesTo }) => ({ post: id, person, title, from: unit, to: goesTo })),
    roles: changedReach(enactment, before, after),
    figures: changedFigures(enactment, before, after),
  };
}

/** The units that differ between two timelines, each on the first day on which it does. */
export function timelineDifference(before: Timeline, after: Timeline): Difference['units'] {
  const units = new Set([...before.lines, ...after.lines].map((line) => line.uuid));
  return [...units].flatMap((unit) => {
    const change = firstChange(before.find(unit)?.versions ?? [], after.find(unit)?.versions ?? []);
    return change ? [{ unit, ...change }] : [];
  });
}

function firstChange<State extends object>(before: Versions<State>, after: Versions<State>) {
  if (before === after) return undefined;
  const days = new Set([...before, ...after].flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  for (const day of [...days].sort()) {
    const [old, next] = [stateOn(before, day), stateOn(after, day)];
    if (JSON.stringify(old) !== JSON.stringify(next)) return { day, before: old ?? null, after: next ?? null };
  }
  return undefined;
}

/** The organisations whose unit goes into another. */
function movedOrganizations(enactment: Enactment): Difference['organizations'] {
  return [...enactment.state.organizations].flatMap(([from, count]) => {
    const to = heirOf(enactment, from);
    return to === from ? [] : [{ from, to, count }];
  });
}

/** The unit in which what is in a unit is after an enactment; null is the town. */
function heirOf({ timeline, lineage, day }: Enactment, unit: string): string | null {
  const seen = new Set<string>();
  let at: string | null = unit;
  while (at !== null && !timeline.stateOn(at, day) && !seen.has(at)) {
    seen.add(at);
    const gone: string = at;
    const heir = lineage.find((link) => link.heir && link.predecessor === gone);
    at = heir ? heir.successor : (timeline.stateNear(gone, day)?.parent_id ?? null);
  }
  return at;
}

type States = ReadonlyMap<string, Readonly<UnitState>>;

function changedReach(enactment: Enactment, before: States, after: States): Difference['roles'] {
  const { day, state } = enactment;
  return enactment.roles.flatMap(({ account, role, unit, team, goesTo }) => {
    if (role === 'TOWN_ADMINISTRATOR') return [];
    const from = unit ?? blockOn(state.teams.find((each) => each.uuid === team)?.versions, day);
    const to = unit === null ? blockOn(enactment.teams.get(team ?? '')?.versions, day) : goesTo;
    const [old, next] = [reached(before, from), reached(after, to)];
    const gains = [...next].filter((each) => !old.has(each));
    const loses = [...old].filter((each) => !next.has(each));
    return gains.length + loses.length === 0 ? [] : [{ account, role, from, to, gains, loses }];
  });
}

function blockOn(versions: Versions<{ block_id: string }> | undefined, day: string): string | null {
  return (versions && stateOn(versions, day)?.block_id) ?? null;
}

function reached(states: States, root: string | null): Set<string> {
  return root !== null && states.has(root) ? new Set([root, ...Timeline.under(states, root)]) : new Set();
}

function changedFigures(enactment: Enactment, before: States, after: States): Difference['figures'] {
  const { state, timeline, day } = enactment;
  const counted = (states: States, tree: Timeline, kind: string) =>
    [...states].filter(([unit, each]) => each.kind === kind && tree.find(unit)?.overlayId === null).length;
  const standing = (teams: Iterable<{ versions: Versions<{ block_id: string }> }>, tree: Timeline) =>
    [...teams].filter(({ versions }) => tree.find(blockOn(versions, day) ?? '')?.overlayId === null).length;
  let households = 0;
  for (const block of state.households.keys()) {
    if (state.timeline.find(block)?.overlayId === null) households += presentIn(state, block);
  }
  return [
    ...unitKinds
      .filter((kind) => kind !== 'TOWN')
      .map((kind) => ({
        figure: kind,
        before: counted(before, state.timeline, kind),
        after: counted(after, timeline, kind),
      })),
    {
      figure: 'TEAM' as const,
      before: standing(state.teams, state.timeline),
      after: standing(enactment.teams.values(), timeline),
    },
    // Households are in one block before and after: what is left without one keeps the restructuring from being applied.
    { figure: 'HOUSEHOLD' as const, before: households, after: households },
  ].filter(({ before: old, after: next, figure }) => old !== next || figure === 'HOUSEHOLD' || figure === 'TEAM');
}
