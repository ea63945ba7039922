import { sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { endManagement } from './direct-management.ts';
import type { MergePartyOrganizationsInput } from './party-organization.input.ts';
import { requireParty, requireStanding } from './party-organization-rows.ts';
import { changed, dissolved, merged } from './party-steps.ts';
import type { PartyTree } from './party-tree.ts';
import { refusePartyFaults } from './refuse-party-faults.ts';

/** Party organisations that one merger may end. */
const mostOthers = 50;

/** What ending Party organisations makes of the Party's tree, and which end. */
export interface PartyEnding {
  tree: PartyTree;
  ending: Set<string>;
}

/**
 * The Party's tree in which some are merged into one from a day on; nothing is written yet.
 * Errors: NOT_FOUND on input.others; BAD_INPUT there, or on input.on; CONFLICT on one that has ended, or where the tree does not
 * hold.
 */
export function mergePartyOrganizations(
  desk: Desk,
  tree: PartyTree,
  into: string,
  input: MergePartyOrganizationsInput,
  on: string,
): PartyEnding {
  if (input.others.length === 0) throw badInput('input.others', 'required');
  if (input.others.length > mostOthers) throw badInput('input.others', 'tooMany', { most: mostOthers });
  requireLasting(tree, into, on, 'input.into');
  const ending = new Set<string>();
  for (const [index, id] of input.others.entries()) {
    const field = `input.others.${index}`;
    const { uuid } = requireParty(desk, tree, id, field);
    if (uuid === into) throw badInput(field, 'partyMergeSelf');
    if (ending.has(uuid)) throw badInput(field, 'listedTwice');
    requireLasting(tree, uuid, on, field);
    ending.add(uuid);
  }
  const handed = merged(tree, ending, into, on);
  const after = input.form == null ? handed : changed(handed, into, on, { form: input.form });
  refusePartyFaults(after, on, new Set([into]), 'input.others');
  return { tree: after, ending };
}

/**
 * The Party's tree without a Party organisation from a day on; what stands under it goes to what is above it. Nothing is written
 * yet. Errors: BAD_INPUT on input.on before it began; CONFLICT on input.partyOrganization where it has ended, or what stands under
 * it cannot go there.
 */
export function dissolvePartyOrganization(tree: PartyTree, uuid: string, on: string): PartyEnding {
  requireLasting(tree, uuid, on, 'input.partyOrganization');
  const after = dissolved(tree, uuid, on);
  refusePartyFaults(after, on, new Set(), 'input.partyOrganization');
  return { tree: after, ending: new Set([uuid]) };
}

/** Ends on a day what Party organisations hold that end themselves: posts in them, and that they are managed directly. */
export async function endHoldings(
  desk: Desk,
  parties: ReadonlySet<string>,
  on: string,
  because: string,
): Promise<void> {
  await sql`
    update party_post set valid_to = greatest(valid_from, ${on}::date)
    where town_id = ${desk.town} and party_organization_id = ${anyOf(parties)}
      and (valid_to is null or valid_to > ${on})`.execute(desk.db);
  await endManagement(desk, 'party_organization_id', [...parties], on, because);
}

function requireLasting(tree: PartyTree, uuid: string, on: string, field: string): void {
  const life = tree.lifeOf(uuid);
  if (life && life.to !== null) throw conflict('partyOrganizationEnded', field, { date: life.to });
  requireStanding(tree, uuid, on, field, 'input.on');
}
