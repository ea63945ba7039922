import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { gapsIn, overlapOf } from '../db/versions.ts';
import {
  dissolvePartyOrganization,
  endHoldings,
  mergePartyOrganizations,
} from '../party-organizations/end-party-organizations.ts';
import type {
  DissolvePartyOrganizationInput,
  MergePartyOrganizationsInput,
} from '../party-organizations/party-organization.input.ts';
import type { PartyState } from '../party-organizations/party-tree.ts';
import { dayOfChange } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { establishing } from '../standings/standing-of.ts';
import { dayOf } from '../today.ts';
import { longestReason } from './cover-organization.ts';
import type { CoverageWay } from './coverage.entity.ts';
import { type Link, misfitOf } from './coverage-rules.ts';
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
  const around = await surroundingsOf(desk, tree, begun.links);
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
  const around = await surroundingsOf(desk, tree, begun.links);
  const decides = { party: field, organization: () => field, way: field, day: 'input.on' };
  await settle(desk, { before: begun, after, touched: ending, because }, around, decides);
  await endHoldings(desk, ending, on, because);
  return { uuid, day: on };
}

/** The links of which those of some Party organisations go on to another one from a day on, in ways that fit it. */
function handedOn(
  links: readonly Link[],
  from: ReadonlySet<string>,
  into: string,
  state: Readonly<PartyState>,
  day: string,
): Link[] {
  const goes = (link: Link) => from.has(link.party) || (link.party === into && wayOf(link, state) !== link.way);
  let after = endedOn(links, goes, day);
  const going = links
    .filter(goes)
    .toSorted((a, b) => Number(establishing.has(b.way)) - Number(establishing.has(a.way)));
  for (const link of going) {
    const rest = overlapOf(link, { from: day, to: null });
    if (!rest) continue;
    const way = wayOf(link, state);
    const there = (each: Link) => each.party === into && each.organization === link.organization;
    // Being established weighs more than being included otherwise.
    if (establishing.has(way)) after = endedOn(after, (each) => there(each) && !establishing.has(each.way), rest.from);
    const held = after.filter(there).map(({ from: begins, to }) => ({ from: begins, to, state: {} }));
    const free = gapsIn(held, rest.from, () => true).flatMap((gap) => overlapOf(gap, rest) ?? []);
    after = [...after, ...free.map((period) => ({ ...period, party: into, organization: link.organization, way }))];
  }
  return after;
}

/** In which way a Party organisation that goes on for another one includes what that included. */
function wayOf({ way, organization }: Link, state: Readonly<PartyState>): CoverageWay {
  if (establishing.has(way)) return state.form === 'INDEPENDENT' ? 'INDEPENDENT' : 'JOINT';
  return misfitOf({ way, organization }, state) ? 'AFFILIATED' : way;
}
