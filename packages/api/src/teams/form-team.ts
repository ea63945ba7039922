import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getUnitFor, requireBlock } from '../units/find-unit.ts';
import type { FormTeamInput } from './team.type.ts';

/**
 * Forms a team for a block from a day on. Returns its id in the town.
 * Errors: NOT_FOUND on input.block; BAD_INPUT where it is no block, or on input.name; CONFLICT where the block is
 * closed, becomes something else later, or another team of it has the name.
 */
export async function formTeam(desk: Desk, actor: Actor, input: FormTeamInput, from: string): Promise<string> {
  await lockTree(desk);
  const { townId, key } = requireId(input.block, 'Unit', 'input.block');
  if (townId !== desk.town) throw notFound('input.block');
  const unit = await getUnitFor(desk, actor, 'team:form', { townId, asOf: from, uuid: key }, 'input.block');
  await requireBlock(desk, unit, from, 'input.block');
  const name = oneLine(input.name, 'input.name');
  await refuseTakenName(desk, key, name, from);

  const id = newId();
  await desk.db
    .insertInto('team')
    .values({ town_id: desk.town, id, valid_from: from, valid_to: null, version: 1 })
    .execute();
  await desk.db
    .insertInto('team_version')
    .values(teamVersionRow(desk, id, key, name, from, null))
    .execute();
  return id;
}

/** Refuses a name that another team of the block has on some day from the given one on. Errors: CONFLICT on input.name. */
async function refuseTakenName(desk: Desk, block: string, name: string, from: string): Promise<void> {
  const taken = await desk.db
    .selectFrom('team_version')
    .select('team_id')
    .where('town_id', '=', desk.town)
    .where('block_id', '=', block)
    .where('name', '=', name)
    .where('superseded_at', 'is', null)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', from)]))
    .executeTakeFirst();
  if (taken) throw conflict('nameTaken', 'input.name');
}

/** A row of team_version, recorded now. */
export function teamVersionRow(
  desk: Desk,
  team_id: string,
  block_id: string,
  name: string,
  from: string,
  to: string | null,
) {
  return {
    town_id: desk.town,
    id: newId(),
    team_id,
    block_id,
    name,
    valid_from: from,
    valid_to: to,
    recorded_at: desk.now,
    superseded_at: null,
    restructuring_id: null,
    superseded_by_id: null,
  };
}
