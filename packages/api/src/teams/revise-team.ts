import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { writeRevisions } from '../db/revise.ts';
import { endOn, setFrom, type Version } from '../db/versions.ts';
import { badInput, conflict } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { getTeamFor } from './find-team.ts';
import type { DisbandTeamInput, RenameTeamInput } from './team.type.ts';
import { type TeamState, teamLinesOf } from './team-lines.ts';

/**
 * Gives a team another name from a day on.
 * Errors: NOT_FOUND on input.team; BAD_INPUT on input.name or input.from; CONFLICT where it is disbanded, changed later
 * or by somebody else, or where another team of the block has the name.
 */
export async function renameTeam(
  desk: Desk,
  actor: Actor,
  uuid: string,
  input: RenameTeamInput,
  from: string,
): Promise<void> {
  await lockTree(desk);
  const key = { townId: desk.town, asOf: from, uuid };
  const team = await getTeamFor(desk, actor, 'team:rename', key, 'input.team');
  const name = oneLine(input.name, 'input.name');
  requireVersion(team, input.expectedVersion);
  if (from < team.validFrom) throw badInput('input.from', 'dateBeforeBeginning', { date: team.validFrom });
  const lines = await desk.load(teamLinesOf, desk.town);
  const before = lines.find((line) => line.uuid === uuid)?.versions ?? [];
  if (!before.some((version) => version.to === null || version.to > from)) throw conflict('teamClosed', 'input.team');
  const after = setFrom(before, from, { name });
  const others = lines.filter((line) => line.uuid !== uuid).flatMap((line) => line.versions);
  if (after.some((version) => others.some((other) => clash(version, other)))) throw conflict('nameTaken', 'input.name');
  await writeRevisions(desk, 'team', [{ uuid, before, after }], null);
}

/**
 * Disbands a team; `on` is the first day without it. Its memberships end on that day.
 * Errors: NOT_FOUND on input.team; BAD_INPUT on input.on; CONFLICT where it is disbanded, changed later or by somebody
 * else, or where accounts are still assigned to it.
 */
export async function disbandTeam(
  desk: Desk,
  actor: Actor,
  uuid: string,
  input: DisbandTeamInput,
  on: string,
): Promise<void> {
  await lockTree(desk);
  const key = { townId: desk.town, asOf: on, uuid };
  const team = await getTeamFor(desk, actor, 'team:disband', key, 'input.team');
  requireVersion(team, input.expectedVersion);
  if (team.validTo !== null) throw conflict('teamClosed', 'input.team');
  if (on < team.validFrom) throw badInput('input.on', 'dateBeforeBeginning', { date: team.validFrom });
  const before = (await desk.load(teamLinesOf, desk.town)).find((line) => line.uuid === uuid)?.versions ?? [];
  const later = before.find((version) => version.from > on);
  if (later) throw conflict('dateBeforeChange', 'input.on', { date: later.from });
  const { accounts } = await desk.db
    .selectFrom('assignment')
    .select((all) => all.fn.countAll<number>().as('accounts'))
    .where('town_id', '=', desk.town)
    .where('team_id', '=', uuid)
    // A period that was taken back on the day it began is empty.
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
    .executeTakeFirstOrThrow();
  if (accounts > 0) throw conflict('unitHasAccounts', 'input.team', { count: accounts });
  await writeRevisions(desk, 'team', [{ uuid, before, after: endOn(before, on) }], null);
  await desk.db
    .updateTable('team_member')
    .set((member) => ({ valid_to: member.fn<string>('greatest', ['valid_from', member.val(on)]) }))
    .where('town_id', '=', desk.town)
    .where('team_id', '=', uuid)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
    .execute();
}

function clash(a: Version<TeamState>, b: Version<TeamState>): boolean {
  const meet = (a.to === null || a.to > b.from) && (b.to === null || b.to > a.from);
  return meet && a.state.block_id === b.state.block_id && a.state.name === b.state.name;
}
