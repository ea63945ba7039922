import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireParty } from '../party-organizations/party-organization-rows.ts';
import type { PartyLine, PartyTree } from '../party-organizations/party-tree.ts';
import { partyTreesOf } from '../party-organizations/party-tree-rows.ts';
import { writePartyTree } from '../party-organizations/write-party-tree.ts';
import { restate } from '../standings/restate.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { type Link, type LinkSurroundings, linkFaults } from './coverage-rules.ts';
import { linksOfTowns } from './link-rows.ts';
import { type LinkFields, refuseLinkFaults } from './refuse-link-faults.ts';
import { writeLinks } from './write-links.ts';

/** What a change of Party organisations begins with. */
export interface Begun {
  tree: PartyTree;
  line: PartyLine;
  links: readonly Link[];
}

/**
 * Takes the town's coverage for a change of one of its Party organisations.
 * Errors: NOT_FOUND on `field`; CONFLICT on input.expectedVersion.
 */
export async function beginChange(
  desk: Desk,
  actor: Actor,
  id: string,
  expectedVersion: number | null | undefined,
  field: string,
): Promise<Begun> {
  await lockSettings(desk);
  const tree = await desk.load(partyTreesOf, desk.town);
  const line = requireParty(desk, tree, id, field);
  if (!reachesTown(actor, 'party:keep', desk.town)) throw notFound(field);
  requireVersion(line, expectedVersion);
  return { tree, line, links: await desk.load(linksOfTowns, desk.town) };
}

/** What a change makes of the Party's tree and the links of a town. */
export interface CoverageChange {
  before: { tree: PartyTree; links: readonly Link[] };
  after: readonly Link[];
  /** Party organisations whose links must fit them. */
  touched: ReadonlySet<string>;
  /** From when on a joint Party organisation must cover enough. */
  joint?: { party: string; from: string };
  because?: string;
}

/**
 * Checks and writes what a change makes of the Party's tree and of links, and how the organisations stand then.
 * Errors: BAD_INPUT or CONFLICT on the fields as told.
 */
export async function settle(
  desk: Desk,
  { before, after, touched, joint, because }: CoverageChange,
  around: LinkSurroundings,
  fields: LinkFields,
): Promise<void> {
  const faults = linkFaults(after, (link) => touched.has(link.party), around, joint);
  await refuseLinkFaults(desk, faults, around, fields);
  await writePartyTree(desk, before.tree, around.tree, because);
  const { organizations } = await writeLinks(desk, before.links, after, because);
  await restate(desk, organizations);
}
