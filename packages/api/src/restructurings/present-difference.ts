import type { Permission } from '../access/permissions.ts';
import { townAccountsById } from '../accounts/town-accounts.ts';
import type { Desk } from '../db/door.ts';
import { type Difference, fingerprintOf } from '../enactments/difference.ts';
import { peopleById } from '../people/person-rows.ts';
import { globalId } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { unitKinds } from '../towns/unit-kind.ts';
import type { Timeline, UnitState } from '../units/timeline.ts';
import type {
  PostMovedType,
  ReachDifferenceType,
  RestructuringDifferenceType,
  TeamDifferenceType,
  UnitChange,
  UnitDifferenceType,
  UnitLabelType,
  UnitSnapshotType,
} from './difference.type.ts';

/** How units are called: by id, each with its name. */
export type Labels = (uuid: string) => UnitLabelType;

/**
 * Labels for the units of a town: by the name in a difference, if it is there, else by the one on a day, or the first or
 * last it has.
 */
export function labelsOf(townId: number, timeline: Timeline, day: string, units: Difference['units'] = []): Labels {
  const named = new Map(units.map(({ unit, before, after }) => [unit, after ?? before]));
  const stateOf = (uuid: string) => named.get(uuid) ?? timeline.stateNear(uuid, day);
  return (uuid) => {
    const { name = '', parent_id: parent = null } = stateOf(uuid) ?? {};
    return {
      id: globalId('Unit', townId, uuid),
      name,
      under: parent === null ? null : (stateOf(parent)?.name ?? null),
    };
  };
}

/** What somebody sees of a difference beside its units. */
export interface DifferenceSeen {
  posts: boolean;
  accounts: boolean;
  teams: boolean;
  /** How counts under a permission are told. */
  told: (permission: Permission, count: number) => number | null;
}

/** A difference as GraphQL shows it, as far as it is seen. Two statements, for the names of people and accounts. */
export async function presentDifference(
  desk: Desk,
  townId: number,
  difference: Difference,
  label: Labels,
  { posts, accounts, teams, told }: DifferenceSeen,
): Promise<RestructuringDifferenceType> {
  return {
    posts: posts ? await presentPosts(desk, townId, difference.posts, label) : null,
    accounts: accounts ? await presentReach(desk, townId, difference.roles, label) : null,
    fingerprint: fingerprintOf(desk, difference),
    units: presentUnits(difference.units, difference.lineage, label),
    teams: teams ? presentTeams(townId, difference.teams, label) : null,
    households: difference.households.map(({ from, to, count }) => ({
      from: label(from),
      to: label(to),
      count: told('household:count', count),
    })),
    organizations: difference.organizations.map(({ from, to, count }) => ({
      from: label(from),
      to: to === null ? null : label(to),
      count: told('coverage:count', count),
    })),
    figures: difference.figures.map(({ figure, before, after }) => {
      const permission = figure === 'HOUSEHOLD' ? 'household:count' : 'unit:count';
      return { figure, before: told(permission, before), after: told(permission, after) };
    }),
  };
}

function presentTeams(townId: number, teams: Difference['teams'], label: Labels): TeamDifferenceType[] {
  return teams.map(({ team, day, before, after }) => ({
    team: globalId('Team', townId, team),
    day,
    nameBefore: before.name,
    nameAfter: after.name,
    blockBefore: label(before.block_id),
    blockAfter: label(after.block_id),
  }));
}

async function presentPosts(
  desk: Desk,
  townId: number,
  posts: Difference['posts'],
  label: Labels,
): Promise<PostMovedType[]> {
  const people = await Promise.all(posts.map(({ person }) => desk.load(peopleById, { townId, uuid: person })));
  return posts.map(({ title, from, to }, index) => ({
    person: people[index]?.name ?? '',
    title,
    from: from === null ? null : label(from),
    to: to === null ? null : label(to),
  }));
}

async function presentReach(
  desk: Desk,
  townId: number,
  roles: Difference['roles'],
  label: Labels,
): Promise<ReachDifferenceType[]> {
  const accounts = await Promise.all(
    roles.map(({ account }) => desk.load(townAccountsById, { townId, uuid: account })),
  );
  return roles.map(({ role, from, to, gains, loses }, index) => ({
    account: accounts[index]?.displayName ?? '',
    role,
    from: from === null ? null : label(from),
    to: to === null ? null : label(to),
    gains: gains.map(label),
    loses: loses.map(label),
  }));
}

/** Differences of units, by kind and then by name, with what those that were closed went into. */
export function presentUnits(
  units: Difference['units'],
  lineage: Difference['lineage'],
  label: Labels,
): UnitDifferenceType[] {
  return units
    .map(({ unit, day, before, after }) => ({
      unit: { ...label(unit), name: (after ?? before)?.name ?? '' },
      day,
      changes: changesOf(before, after),
      before: snapshotOf(before, label),
      after: snapshotOf(after, label),
      predecessors: lineage
        .filter(({ successor }) => !before && successor === unit)
        .map((link) => label(link.predecessor)),
      successors: lineage.flatMap(({ predecessor, successor }) =>
        !after && predecessor === unit && successor !== null ? [label(successor)] : [],
      ),
    }))
    .sort((a, b) => rank(a) - rank(b) || byPinyin(a.unit.name, b.unit.name));
}

function rank({ before, after }: { before: UnitSnapshotType | null; after: UnitSnapshotType | null }): number {
  const kind = (after ?? before)?.kind;
  return kind ? unitKinds.indexOf(kind) : -1;
}

function changesOf(before: Readonly<UnitState> | null, after: Readonly<UnitState> | null): UnitChange[] {
  if (!before || !after) return before ? ['CLOSED'] : after ? ['OPENED'] : [];
  return [
    ...(before.name === after.name ? [] : (['RENAMED'] as const)),
    ...(before.code === after.code ? [] : (['RECODED'] as const)),
    ...(before.parent_id === after.parent_id ? [] : (['MOVED'] as const)),
    ...(before.kind === after.kind ? [] : (['KIND_CHANGED'] as const)),
    ...(before.status === after.status ? [] : (['FOUNDED'] as const)),
  ];
}

function snapshotOf(state: Readonly<UnitState> | null, label: Labels): UnitSnapshotType | null {
  if (!state) return null;
  const { name, code, kind, status, parent_id } = state;
  return { name, code, kind, status, parent: parent_id === null ? null : label(parent_id) };
}
