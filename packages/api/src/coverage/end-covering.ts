import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import {
  dissolvePartyOrganization,
  endHoldings,
  mergePartyOrganizations,
} from '../party-organizations/end-party-organizations.ts';
import type {
  DissolvePartyOrganizationInput,
  MergePartyOrganizationsInput,
} from '../party-organizations/party-organization.input.ts';
import { dayOfChange } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { longestReason } from './cover-organization.ts';
import { handedOn } from './hand-on-links.ts';
import { endedOn } from './link-steps.ts';
import { beginChange, settle } from './settle.ts';
import { surroundingsOf } from './surroundings.ts';

/**
 * Merges Party organisations into one from a day on: what they cover, it covers; what stood under them stands under it. Returns its
 * id in the town, and the day.
 * Errors: NOT_FOUND on what the input names; CONFLICT on input.expectedVersion; BAD_INPUT or CONFLICT on the field at fault, which
 * is input.form where it is not made up so that it could cover what they do.
 */
export async function mergeCovering(
  desk: Desk,
  actor: Actor,
  input: MergePartyOrganizationsInput,
): Promise<{ uuid: string; day: string }> {
  const begun = await beginChange(desk, actor, input.into, input.expectedVersion, 'input.into');
  const { uuid } = begun.line;
  const on = dayOfChange(input.on, dayOf(desk.now), 'input.on');
  const because = oneLine(input.because, 'input.because', longestReason);
  const { tree, ending } = mergePartyOrganizations(desk, begun.tree, uuid, input, on);
  const state = tree.stateOn(uuid, on);
  const after = state ? handedOn(begun.links, ending, uuid, state, on) : begun.links;
  const around = await surroundingsOf(desk, tree);
  const decides = { party: 'input.into', organization: () => 'input.others', way: 'input.form', day: 'input.on' };
  const change = { before: begun, after, touched: new Set([uuid, ...ending]), because };
  await settle(desk, change, around, decides);
  await endHoldings(desk, ending, on, because);
  return { uuid, day: on };
}

/**
 * Dissolves a Party organisation from a day on: what it covers it covers no more, and what stands under it stands under what was
 * above it. Returns its id in the town, and the day.
 * Errors: NOT_FOUND on input.partyOrganization; CONFLICT on input.expectedVersion; BAD_INPUT or CONFLICT on the field at fault.
 */
export async function dissolveCovering(
  desk: Desk,
  actor: Actor,
  input: DissolvePartyOrganizationInput,
): Promise<{ uuid: string; day: string }> {
  const field = 'input.partyOrganization';
  const begun = await beginChange(desk, actor, input.partyOrganization, input.expectedVersion, field);
  const { uuid } = begun.line;
  const on = dayOfChange(input.on, dayOf(desk.now), 'input.on');
  const because = oneLine(input.because, 'input.because', longestReason);
  const { tree, ending } = dissolvePartyOrganization(begun.tree, uuid, on);
  const after = endedOn(begun.links, (link) => link.party === uuid, on);
  const around = await surroundingsOf(desk, tree);
  const decides = { party: field, organization: () => field, way: field, day: 'input.on' };
  await settle(desk, { before: begun, after, touched: ending, because }, around, decides);
  await endHoldings(desk, ending, on, because);
  return { uuid, day: on };
}
