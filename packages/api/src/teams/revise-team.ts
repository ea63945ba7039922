import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { beginRevision, endLife, supersedePresent } from '../db/revise.ts';
import { conflict } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getTeamFor } from './find-team.ts';
import { refuseTakenName, teamVersionRow } from './form-team.ts';
import type { DisbandTeamInput, RenameTeamInput } from './team.type.ts';

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
  await beginRevision(desk, 'team', team, from, input.expectedVersion, 'input.from');
  await refuseTakenName(desk, team.blockUuid, name, from, uuid);
  await replaceVersion(desk, uuid, from, name);
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
  await beginRevision(desk, 'team', team, on, input.expectedVersion, 'input.on');
  const { accounts } = await desk.db
    .selectFrom('assignment')
    .select((all) => all.fn.countAll<number>().as('accounts'))
    .where('town_id', '=', desk.town)
    .where('team_id', '=', uuid)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
    .executeTakeFirstOrThrow();
  if (accounts > 0) throw conflict('unitHasAccounts', 'input.team', { count: accounts });
  await replaceVersion(desk, uuid, on, null);
  await endLife(desk, 'team', uuid, on);
  await desk.db
    .updateTable('team_member')
    .set((member) => ({ valid_to: member.fn<string>('greatest', ['valid_from', member.val(on)]) }))
    .where('town_id', '=', desk.town)
    .where('team_id', '=', uuid)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
    .execute();
}

async function replaceVersion(desk: Desk, uuid: string, from: string, nextName: string | null): Promise<void> {
  const present = await supersedePresent<{ block_id: string; name: string; valid_from: string }>(desk, 'team', uuid);
  const { block_id, name, valid_from } = present;
  const rows = [
    ...(valid_from < from ? [teamVersionRow(desk, uuid, block_id, name, valid_from, from)] : []),
    ...(nextName === null ? [] : [teamVersionRow(desk, uuid, block_id, nextName, from, null)]),
  ];
  if (rows.length > 0) await desk.db.insertInto('team_version').values(rows).execute();
}
