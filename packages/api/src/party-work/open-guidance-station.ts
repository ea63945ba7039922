import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { notFound } from '../errors.ts';
import { requireParty, requireStanding } from '../party-organizations/party-organization-rows.ts';
import { partyTreesOf } from '../party-organizations/party-tree-rows.ts';
import { oneLine } from '../schema/text.ts';
import { restate } from '../standings/restate.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { freeName } from './guidance-station-rows.ts';
import { guide, requireKinds } from './guided-kinds.ts';
import type { OpenGuidanceStationInput } from './party-work.input.ts';

/**
 * Opens a guidance station. Returns its id in the town.
 * Errors: NOT_FOUND on input.town, input.ledBy or a kind; BAD_INPUT or CONFLICT on the field at fault.
 */
export async function openGuidanceStation(
  desk: Desk,
  actor: Actor,
  input: OpenGuidanceStationInput,
  from: string,
): Promise<string> {
  await lockSettings(desk);
  if (!reachesTown(actor, 'coverage:keep', desk.town)) throw notFound('input.town');
  const led_by_id = await requireLeader(desk, input.ledBy, from);
  const life = { from, to: null };
  const kinds = await requireKinds(desk, input.kinds, life);
  const id = newId();
  await desk.db
    .insertInto('guidance_station')
    .values({
      ...{ town_id: desk.town, id, name: await freeName(desk, input.name, from) },
      ...{ host: oneLine(input.host, 'input.host'), led_by_id, valid_from: from, valid_to: null, version: 1 },
    })
    .execute();
  await guide(desk, id, kinds, life);
  await restate(desk, 'all');
  return id;
}

/** The Party organisation that is to lead a guidance station on a day. Errors: those of requireParty and requireStanding. */
export async function requireLeader(desk: Desk, id: string, day: string): Promise<string> {
  const tree = await desk.load(partyTreesOf, desk.town);
  const { uuid } = requireParty(desk, tree, id, 'input.ledBy');
  requireStanding(tree, uuid, day, 'input.ledBy', 'input.from');
  return uuid;
}
