import type { Desk } from '../db/door.ts';
import { oneLine } from '../schema/text.ts';
import type { ChangePartyOrganizationInput } from './party-organization.input.ts';
import { requireParty, requireStanding } from './party-organization-rows.ts';
import { changed, type PartyPatch } from './party-steps.ts';
import type { PartyTree } from './party-tree.ts';
import { refusePartyFaults } from './refuse-party-faults.ts';
import { readSeat } from './seat.ts';

/**
 * The Party's tree with a Party organisation that is something else from a day on; nothing is written yet.
 * Errors: NOT_FOUND on input.parent or a member of input.seat; BAD_INPUT or CONFLICT on the field at fault.
 */
export async function changePartyOrganization(
  desk: Desk,
  tree: PartyTree,
  uuid: string,
  input: ChangePartyOrganizationInput,
  from: string,
): Promise<PartyTree> {
  requireStanding(tree, uuid, from, 'input.partyOrganization', 'input.from');
  const patch: PartyPatch = {
    ...(input.name != null && { name: oneLine(input.name, 'input.name') }),
    ...(input.kind != null && { kind: input.kind }),
    ...(input.form != null && { form: input.form }),
    ...(input.seat != null && { seat: await readSeat(desk, input.seat, from) }),
    ...(input.parent !== undefined && { parent_id: parentOf(desk, tree, input.parent, from) }),
  };
  const after = changed(tree, uuid, from, patch);
  const field = input.parent === undefined ? 'input.kind' : 'input.parent';
  refusePartyFaults(after, from, new Set([uuid]), field);
  return after;
}

function parentOf(desk: Desk, tree: PartyTree, id: string | null, from: string): string | null {
  if (id === null) return null;
  const { uuid } = requireParty(desk, tree, id, 'input.parent');
  requireStanding(tree, uuid, from, 'input.parent', 'input.from');
  return uuid;
}
