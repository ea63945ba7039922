import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { foundPartyOrganization } from '../party-organizations/found-party-organization.ts';
import type { FoundPartyOrganizationInput } from '../party-organizations/party-organization.input.ts';
import { partyTreesOf } from '../party-organizations/party-tree-rows.ts';
import { dayOfChange } from '../schema/day.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { type Cover, coversOf, establishedIn } from './covers-of.ts';
import { linksOfTowns } from './link-rows.ts';
import type { LinkFields } from './refuse-link-faults.ts';
import { settle } from './settle.ts';
import { surroundingsOf } from './surroundings.ts';

/**
 * Founds a Party organisation with the links to the organisations in which it is established. Returns its id in the town, and the
 * day.
 * Errors: NOT_FOUND on what the input names; BAD_INPUT or CONFLICT on the field at fault.
 */
export async function foundCovering(
  desk: Desk,
  actor: Actor,
  input: FoundPartyOrganizationInput,
): Promise<{ uuid: string; day: string }> {
  await lockSettings(desk);
  if (!reachesTown(actor, 'party:keep', desk.town)) throw notFound('input.town');
  const from = dayOfChange(input.from, dayOf(desk.now), 'input.from');
  const before = { tree: await desk.load(partyTreesOf, desk.town), links: await desk.load(linksOfTowns, desk.town) };
  const { uuid, tree } = await foundPartyOrganization(desk, before.tree, input, from);
  const covers = await coversOf(desk, tree, uuid, input.covers, from);
  const around = await surroundingsOf(desk, tree);
  const after = establishedIn(before.links, uuid, covers, from, around);
  const change = { before, after, touched: new Set([uuid]), joint: { party: uuid, from } };
  await settle(desk, change, around, fieldsOf(covers));
  return { uuid, day: from };
}

/** The fields that decide on what a Party organisation is established in. */
export function fieldsOf(covers: readonly Cover[], party = 'input.covers'): LinkFields {
  return {
    party,
    organization: (uuid) => {
      const index = covers.findIndex(({ organization }) => organization === uuid);
      return index < 0 ? party : `input.covers.${index}`;
    },
    way: party,
    day: 'input.from',
  };
}
