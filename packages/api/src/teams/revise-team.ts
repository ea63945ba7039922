import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { lockTree } from '../units/lock-tree.ts';
import { getTeamFor } from './find-team.ts';
import { refuseTakenName, teamVersionRow } from './form-team.ts';
import type { DisbandTeamInput, RenameTeamInput, TeamType } from './team.type.ts';

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
  await beginRevision(desk, team, from, input.expectedVersion, 'input.from');
  await refuseTakenName(desk, team.blockUuid, name, from, uuid);
  await replaceVersion(desk, team, from, name);
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
  await beginRevision(desk, team, on, input.expectedVersion, 'input.on');
  const { accounts } = await desk.db
    .selectFrom('assignment')
    .select((all) => all.fn.countAll<number>().as('accounts'))
    .where('town_id', '=', desk.town)
    .where('team_id', '=', uuid)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
    .executeTakeFirstOrThrow();
  if (accounts > 0) throw conflict('unitHasAccounts', 'input.team', { count: accounts });
  await replaceVersion(desk, team, on, null);
  await desk.db
    .updateTable('team')
    .set({ valid_to: on })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  await desk.db
    .updateTable('team_member')
    .set((member) => ({ valid_to: member.fn<string>('greatest', ['valid_from', member.val(on)]) }))
    .where('town_id', '=', desk.town)
    .where('team_id', '=', uuid)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
    .execute();
}

async function beginRevision(
  desk: Desk,
  team: TeamType,
  from: string,
  expectedVersion: number | null | undefined,
  dayField: string,
): Promise<void> {
  if (expectedVersion != null && expectedVersion !== team.version)
    throw conflict('versionConflict', 'input.expectedVersion');
  if (team.validTo !== null) throw conflict('teamClosed', 'input.team');
  if (from < team.validFrom) throw badInput(dayField, 'dateBeforeBeginning', { date: team.validFrom });
  const later = await desk.db
    .selectFrom('team_version')
    .select('valid_from')
    .where('town_id', '=', desk.town)
    .where('team_id', '=', team.uuid)
    .where('superseded_at', 'is', null)
    .where('valid_from', '>', from)
    .executeTakeFirst();
  if (later) throw conflict('dateBeforeChange', dayField, { date: later.valid_from });
  await desk.db
    .updateTable('team')
    .set({ version: team.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', team.uuid)
    .execute();
}

async function replaceVersion(desk: Desk, team: TeamType, from: string, nextName: string | null): Promise<void> {
  const [present] = await desk.db
    .updateTable('team_version')
    .set({ superseded_at: desk.now })
    .where('town_id', '=', desk.town)
    .where('team_id', '=', team.uuid)
    .where('superseded_at', 'is', null)
    .where('valid_to', 'is', null)
    .returningAll()
    .execute();
  if (!present) throw new Error(`Team ${team.uuid} has no open version`);
  const { block_id, name, valid_from } = present;
  const rows = [
    ...(valid_from < from ? [teamVersionRow(desk, team.uuid, block_id, name, valid_from, from)] : []),
    ...(nextName === null ? [] : [teamVersionRow(desk, team.uuid, block_id, nextName, from, null)]),
  ];
  if (rows.length > 0) await desk.db.insertInto('team_version').values(rows).execute();
}
