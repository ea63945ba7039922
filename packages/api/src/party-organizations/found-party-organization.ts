import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { oneLine } from '../schema/text.ts';
import type { FoundPartyOrganizationInput } from './party-organization.input.ts';
import { requireParty, requireStanding } from './party-organization-rows.ts';
import { founded } from './party-steps.ts';
import type { PartyTree } from './party-tree.ts';
import { refusePartyFaults } from './refuse-party-faults.ts';
import { readSeat } from './seat.ts';

/**
 * The Party's tree with a new Party organisation from a day on, and its id in the town; nothing is written yet.
 * Errors: NOT_FOUND on input.parent or a member of input.seat; BAD_INPUT or CONFLICT on the field at fault.
 */
export async function foundPartyOrganization(
  desk: Desk,
  tree: PartyTree,
  input: FoundPartyOrganizationInput,
  from: string,
): Promise<{ uuid: string; tree: PartyTree }> {
  const parent = input.parent == null ? null : requireParty(desk, tree, input.parent, 'input.parent').uuid;
  const name = oneLine(input.name, 'input.name');
  const seat = await readSeat(desk, input.seat, from);
  if (parent !== null) requireStanding(tree, parent, from, 'input.parent', 'input.from');
  const uuid = newId();
  const after = founded(tree, uuid, from, { name, kind: input.kind, form: input.form, parent_id: parent, ...seat });
  refusePartyFaults(after, from, new Set([uuid]), 'input.parent');
  return { uuid, tree: after };
}
