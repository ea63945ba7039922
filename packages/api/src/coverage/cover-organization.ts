import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireParty } from '../party-organizations/party-organization-rows.ts';
import { partyTreesOf } from '../party-organizations/party-tree-rows.ts';
import { requireOrganization } from '../party-organizations/require-organizations.ts';
import { dayOfChange, requireThere } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { restate } from '../standings/restate.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { CoverOrganizationInput, EndCoverageInput } from './coverage.input.ts';
import { linkFaults } from './coverage-rules.ts';
import { linksById, linksOfTowns } from './link-rows.ts';
import { endedOn, withLink } from './link-steps.ts';
import { refuseLinkFaults } from './refuse-link-faults.ts';
import { surroundingsOf } from './surroundings.ts';
import { writeLinks } from './write-links.ts';

/** How long a reason may be. */
export const longestReason = 200;

/**
 * Lets a Party organisation include an organisation from a day on. Returns the link's id in the town.
 * Errors: NOT_FOUND on input.partyOrganization or input.organization; BAD_INPUT on input.from, or on input.way where it does not
 * fit the Party organisation; CONFLICT where one of the two is not there, or the organisation is included already.
 */
export async function coverOrganization(desk: Desk, actor: Actor, input: CoverOrganizationInput): Promise<string> {
  await lockSettings(desk);
  const tree = await desk.load(partyTreesOf, desk.town);
  const { uuid: party } = requireParty(desk, tree, input.partyOrganization);
  const { uuid: organization } = await requireOrganization(desk, input.organization, 'input.organization');
  if (!reachesTown(actor, 'coverage:keep', desk.town)) throw notFound('input.partyOrganization');
  const from = dayOfChange(input.from, dayOf(desk.now), 'input.from');
  const links = await desk.load(linksOfTowns, desk.town);
  const around = await surroundingsOf(desk, tree);
  const after = withLink(links, { party, organization, way: input.way, from }, around);
  await refuseLinkFaults(
    desk,
    linkFaults(after, ({ row }) => row === undefined, around),
    around,
    {
      party: 'input.partyOrganization',
      organization: () => 'input.organization',
      way: 'input.way',
      day: 'input.from',
    },
  );
  const { added } = await writeLinks(desk, links, after);
  await restate(desk, [organization]);
  const [id] = added;
  if (id === undefined) throw new Error('No link was added');
  return id;
}

/**
 * Ends a link from a day on. Returns its id in the town.
 * Errors: NOT_FOUND on input.link; BAD_INPUT on input.on before it began, or on input.because; CONFLICT on input.link where it has
 * ended, or where its Party organisation is joint and would be left with fewer than two.
 */
export async function endCoverage(desk: Desk, actor: Actor, input: EndCoverageInput): Promise<string> {
  await lockSettings(desk);
  const uuid = requireIdIn(desk.town, input.link, 'CoverageLink', 'input.link');
  const link = await desk.load(linksById, { townId: desk.town, uuid });
  if (!link || !reachesTown(actor, 'coverage:keep', desk.town)) throw notFound('input.link');
  const because = oneLine(input.because, 'input.because', longestReason);
  const on = dayOfChange(input.on, dayOf(desk.now), 'input.on');
  requireThere(link, on, 'input.link', 'input.on');
  const tree = await desk.load(partyTreesOf, desk.town);
  const links = await desk.load(linksOfTowns, desk.town);
  const around = await surroundingsOf(desk, tree);
  const after = endedOn(links, ({ row }) => row === uuid, on);
  const joint = link.way === 'JOINT' ? { party: link.partyUuid, from: on } : undefined;
  await refuseLinkFaults(
    desk,
    linkFaults(after, () => false, around, joint),
    around,
    {
      party: 'input.link',
      organization: () => 'input.link',
      way: 'input.link',
      day: 'input.on',
    },
  );
  await writeLinks(desk, links, after, because);
  await restate(desk, [link.organizationUuid]);
  return uuid;
}
