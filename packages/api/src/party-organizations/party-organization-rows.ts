import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { globalId, requireId, requireIdIn } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { dayOf } from '../today.ts';
import { partyOrganizationKinds } from './party-organization.entity.ts';
import type { PartyOrganizationType } from './party-organization.type.ts';
import type { PartyLine, PartyTree } from './party-tree.ts';
import { partyTreesOf } from './party-tree-rows.ts';

/** Which Party organisation of which town, on which day. */
export interface PartyKey {
  townId: number;
  uuid: string;
  asOf: string;
}

/** A Party organisation on a day, or outside its life as it was last or will be first; undefined where there is none. */
export async function partyOn(desk: Desk, key: PartyKey): Promise<PartyOrganizationType | undefined> {
  return shownOn(await desk.load(partyTreesOf, key.townId), key);
}

/** The same, out of a tree that is known. */
function shownOn(tree: PartyTree, { townId, uuid, asOf }: PartyKey): PartyOrganizationType | undefined {
  const [line, state, life] = [tree.find(uuid), tree.stateNear(uuid, asOf), tree.lifeOf(uuid)];
  if (!line || !state || !life) return undefined;
  return {
    typename: 'PartyOrganization',
    id: globalId('PartyOrganization', townId, uuid),
    townId,
    uuid,
    asOf,
    parentUuid: state.parent_id,
    unitUuid: state.unit_id,
    organizationUuid: state.organization_id,
    industryUuid: state.industry_id,
    successorUuid: line.successor,
    name: state.name,
    kind: state.kind,
    form: state.form,
    validFrom: life.from,
    validTo: life.to,
    version: line.version,
  };
}

/** A Party organisation that something of a town names, on a day; null where none is named. */
export async function partyNamed(
  ctx: Context,
  townId: number,
  uuid: string | null,
  asOf: string,
): Promise<PartyOrganizationType | null> {
  if (uuid === null) return null;
  return (await partyOn(await ctx.readTown(townId), { townId, uuid, asOf })) ?? null;
}

/** A Party organisation of a town in which the viewer sees them. Errors: NOT_FOUND on `field`. */
export async function getPartyOrganization(
  ctx: Context,
  id: string,
  asOf: string,
  field = 'id',
): Promise<PartyOrganizationType> {
  const { townId, key: uuid } = requireId(id, 'PartyOrganization', field);
  const desk = await ctx.readTownFor('party:read', townId);
  const party = desk && (await partyOn(desk, { townId, uuid, asOf }));
  if (!party) throw notFound(field);
  return party;
}

/** The Party organisation of a tree that a mutation names. Errors: NOT_FOUND on `field`. */
export function requireParty(desk: Desk, tree: PartyTree, id: string, field = 'input.partyOrganization'): PartyLine {
  const line = tree.find(requireIdIn(desk.town, id, 'PartyOrganization', field));
  if (!line) throw notFound(field);
  return line;
}

/**
 * Refuses to do something with a Party organisation on a day on which it is not there.
 * Errors: BAD_INPUT on `dayField` before it began; CONFLICT on `field` where it has ended by then.
 */
export function requireStanding(tree: PartyTree, uuid: string, day: string, field: string, dayField: string): void {
  const life = tree.lifeOf(uuid);
  if (life && day < life.from) throw badInput(dayField, 'dateBeforeBeginning', { date: life.from });
  if (!tree.stateOn(uuid, day)) throw conflict('partyOrganizationEnded', field, { date: life?.to ?? day });
}

/** A Party organisation as a change has left it, for its payload: on the day of the change where that lies ahead, else today. */
export async function changedParty(desk: Desk, uuid: string, day: string): Promise<PartyOrganizationType> {
  desk.forget();
  const today = dayOf(desk.now);
  const party = await partyOn(desk, { townId: desk.town, uuid, asOf: day > today ? day : today });
  if (!party) throw notFound();
  return party;
}

/** The Party organisations that stand on a day, parents before children, siblings by kind and name. */
export function inTreeOrder(tree: PartyTree, townId: number, asOf: string): PartyOrganizationType[] {
  const standing = [...tree.on(asOf).keys()].flatMap((uuid) => shownOn(tree, { townId, uuid, asOf }) ?? []);
  const children = Map.groupBy(standing.sort(bySiblingOrder), (party) => party.parentUuid);
  const under = (parent: string | null): PartyOrganizationType[] =>
    (children.get(parent) ?? []).flatMap((party) => [party, ...under(party.uuid)]);
  return under(null);
}

function bySiblingOrder(a: PartyOrganizationType, b: PartyOrganizationType): number {
  const kinds = partyOrganizationKinds.indexOf(a.kind) - partyOrganizationKinds.indexOf(b.kind);
  return kinds || byPinyin(a.name, b.name) || (a.uuid < b.uuid ? -1 : 1);
}
