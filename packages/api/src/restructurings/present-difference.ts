import { townAccountsById } from '../accounts/town-accounts.ts';
import type { Desk } from '../db/door.ts';
import { peopleById } from '../people/person-rows.ts';
import { globalId } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { unitKinds } from '../towns/unit-kind.ts';
import type { Timeline, UnitState } from '../units/timeline.ts';
import { type Difference, fingerprintOf } from './difference.ts';
import type {
  RestructuringDifferenceType,
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
  const named = new Map(units.map(({ unit, before, after }) => [unit, (after ?? before)?.name]));
  return (uuid) => ({ id: globalId('Unit', townId, uuid), name: named.get(uuid) ?? timeline.nameOn(uuid, day) });
}

/** A difference as GraphQL shows it. Two statements, for the names of people and accounts. */
export async function presentDifference(
  desk: Desk,
  townId: number,
  difference: Difference,
  label: Labels,
): Promise<RestructuringDifferenceType> {
  const people = await Promise.all(
    difference.posts.map(({ person }) => desk.load(peopleById, { townId, uuid: person })),
  );
  const accounts = await Promise.all(
    difference.roles.map(({ account }) => desk.load(townAccountsById, { townId, uuid: account })),
  );
  const place = (uuid: string | null) => (uuid === null ? null : label(uuid));
  return {
    fingerprint: fingerprintOf(difference),
    units: presentUnits(difference.units, label),
    teams: difference.teams.map(({ team, day, before, after }) => ({
      team: globalId('Team', townId, team),
      day,
      nameBefore: before.name,
      nameAfter: after.name,
      blockBefore: label(before.block_id),
      blockAfter: label(after.block_id),
    })),
    households: difference.households.map(({ from, to, count }) => ({ from: label(from), to: label(to), count })),
    posts: difference.posts.map(({ title, from, to }, index) => ({
      person: people[index]?.name ?? '',
      title,
      from: place(from),
      to: place(to),
    })),
    accounts: difference.roles.map(({ role, from, to, gains, loses }, index) => ({
      account: accounts[index]?.displayName ?? '',
      role,
      from: place(from),
      to: place(to),
      gains: gains.map(label),
      loses: loses.map(label),
    })),
    figures: difference.figures,
  };
}

/** Differences of units, by kind and then by name. */
export function presentUnits(units: Difference['units'], label: Labels): UnitDifferenceType[] {
  return units
    .map(({ unit, day, before, after }) => ({
      unit: { ...label(unit), name: (after ?? before)?.name ?? '' },
      day,
      changes: changesOf(before, after),
      before: snapshotOf(before, label),
      after: snapshotOf(after, label),
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
