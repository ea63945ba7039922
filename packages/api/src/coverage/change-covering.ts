import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { changePartyOrganization } from '../party-organizations/change-party-organization.ts';
import { endManagement } from '../party-organizations/direct-management.ts';
import type { ChangePartyOrganizationInput } from '../party-organizations/party-organization.input.ts';
import type { PartyTree } from '../party-organizations/party-tree.ts';
import { dayOfChange } from '../schema/day.ts';
import { dayOf } from '../today.ts';
import { coversOf, establishedIn } from './covers-of.ts';
import { fieldsOf } from './found-covering.ts';
import { beginChange, settle } from './settle.ts';
import { surroundingsOf } from './surroundings.ts';

/**
 * Lets a Party organisation be something else from a day on, and be established in other organisations where it is told so, or where
 * its form or seat changes. Returns its id in the town, and the day.
 * Errors: NOT_FOUND on what the input names; CONFLICT on input.expectedVersion; BAD_INPUT or CONFLICT on the field at fault.
 */
export async function changeCovering(
  desk: Desk,
  actor: Actor,
  input: ChangePartyOrganizationInput,
): Promise<{ uuid: string; day: string }> {
  const field = 'input.partyOrganization';
  const begun = await beginChange(desk, actor, input.partyOrganization, input.expectedVersion, field);
  const { uuid } = begun.line;
  const from = dayOfChange(input.from, dayOf(desk.now), 'input.from');
  const tree = await changePartyOrganization(desk, begun.tree, uuid, input, from);
  const anew = input.covers != null || isOtherwiseMadeUp(begun.tree, tree, uuid, from);
  const covers = anew ? await coversOf(desk, tree, uuid, input.covers, from) : [];
  const around = await surroundingsOf(desk, tree);
  const after = anew ? establishedIn(begun.links, uuid, covers, from, around) : begun.links;
  const joint = anew ? { joint: { party: uuid, from } } : {};
  const change = { before: begun, after, touched: new Set([uuid]), ...joint };
  const decides = input.form != null ? 'input.form' : input.seat != null ? 'input.seat' : 'input.kind';
  await settle(desk, change, around, fieldsOf(covers, decides));
  // What sits in an organisation is managed with it, not by itself.
  const seated = tree.stateOn(uuid, from)?.organization_id != null;
  if (seated) await endManagement(desk, 'party_organization_id', [uuid], from, null);
  return { uuid, day: from };
}

/** Whether a change gives a Party organisation another form, or, where it is independent, another seat. */
function isOtherwiseMadeUp(before: PartyTree, after: PartyTree, uuid: string, day: string): boolean {
  const [old, next] = [before.stateOn(uuid, day), after.stateOn(uuid, day)];
  if (old?.form !== next?.form) return true;
  return next?.form === 'INDEPENDENT' && old?.organization_id !== next.organization_id;
}
