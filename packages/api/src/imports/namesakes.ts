import { holdsOn } from '../db/versions.ts';
import type { Timeline } from '../units/timeline.ts';
import type { Present } from './present.ts';

/**
 * The unit within which a name means a person: the village, committee or other unit that a block or building group
 * belongs to. Null is the town.
 */
export function homeOf(timeline: Timeline, unit: string, day: string): string | null {
  let next: string | null = unit;
  for (const seen = new Set<string>(); next !== null && !seen.has(next); ) {
    seen.add(next);
    const state = timeline.stateOn(next, day);
    if (state?.kind !== 'BLOCK' && state?.kind !== 'BUILDING') break;
    next = state.parent_id;
  }
  return next;
}

/** The people of each name in each unit, and the partner organisations of each name in the town, by `nameKey`. */
export type Namesakes = Map<string, { id: string; at: string[] }[]>;

/** A key of a name within a unit; partner organisations are known to the whole town. */
export function nameKey(home: string | null | 'partner', name: string): string {
  return `${home} ${name}`;
}

/**
 * Who goes by which name where on a day, by posts and memberships, in the order of their ids: the order in which an
 * export numbers namesakes and an import finds them.
 */
export function namesakesOn(present: Present, day: string): Namesakes {
  const found: Namesakes = new Map();
  const add = (key: string, id: string, at: string) => {
    const people = found.get(key) ?? [];
    const known = people.find((person) => person.id === id);
    if (known) known.at.push(at);
    else found.set(key, [...people, { id, at: [at] }]);
  };
  const { timeline } = present;
  for (const { unit, who, name, from, to } of present.posts) {
    if (holdsOn({ from, to }, day)) {
      add(nameKey(homeOf(timeline, unit, day), name), who, timeline.stateOn(unit, day)?.name ?? '');
    }
  }
  const teams = new Map(present.teams.map((team) => [team.uuid, team]));
  for (const { team, who, name, role, from, to } of present.members) {
    const state = teams.get(team)?.versions.find((version) => holdsOn(version, day))?.state;
    if (role === 'PARTNER' || !state || !holdsOn({ from, to }, day)) continue;
    add(nameKey(homeOf(timeline, state.block_id, day), name), who, state.name);
  }
  for (const people of found.values()) people.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, name } of present.partners) add(nameKey('partner', name), id, name);
  return found;
}
