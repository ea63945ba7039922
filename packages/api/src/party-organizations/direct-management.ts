import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { holdsOn, type Period } from '../db/versions.ts';
import { conflict, notFound } from '../errors.ts';
import { organizationLines } from '../organizations/organization-rows.ts';
import { dayOfChange, requireThere } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { restate } from '../standings/restate.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { ReturnToTerritoryInput, TakeIntoDirectManagementInput } from './management.type.ts';
import { type Managed, managementsOf } from './managements.ts';
import { requireParty } from './party-organization-rows.ts';
import type { PartyTree } from './party-tree.ts';
import { partyTreesOf } from './party-tree-rows.ts';
import { requireOrganization } from './require-organizations.ts';

/** How long a reason may be. */
const longestReason = 200;

/**
 * Takes an organisation, or a Party organisation that sits in none, into direct management from a day on, until that ends or it is
 * taken there again. A Party organisation that sits in an organisation is managed with it. Returns what is managed.
 * Errors: NOT_FOUND on what the input names; BAD_INPUT on input.from or input.because; CONFLICT on what it names where that is managed
 * directly, or not there any more.
 */
export async function takeIntoDirectManagement(
  desk: Desk,
  actor: Actor,
  input: TakeIntoDirectManagementInput,
): Promise<Managed> {
  await lockSettings(desk);
  const from = dayOfChange(input.from, dayOf(desk.now), 'input.from');
  const { managed, life, field } = await readManaged(desk, actor, input, from);
  const because = oneLine(input.because, 'input.because', longestReason);
  requireThere({ validFrom: life.from, validTo: life.to }, from, field);
  const periods = await periodsOf(desk, managed);
  const held = periods.find((period) => holdsOn(period, from));
  if (held) throw conflict('managedDirectly', field, { date: held.from });
  const ends = [life.to, ...periods.map((period) => period.from)].flatMap((day) => day ?? []);
  await desk.db
    .insertInto('direct_management')
    .values({
      town_id: desk.town,
      id: newId(),
      organization_id: managed.organization,
      party_organization_id: managed.party,
      ...{ valid_from: from, valid_to: ends.filter((day) => day > from).sort()[0] ?? null },
      ...{ entered_because: because, left_because: null },
    })
    .execute();
  if (managed.organization !== null) await restate(desk, [managed.organization]);
  return managed;
}

/**
 * Gives an organisation or a Party organisation back from direct management to where it is, from a day on. Returns what is managed.
 * Errors: NOT_FOUND on what the input names; BAD_INPUT on input.because; CONFLICT on what it names where that is not managed directly.
 */
export async function returnToTerritory(desk: Desk, actor: Actor, input: ReturnToTerritoryInput): Promise<Managed> {
  await lockSettings(desk);
  const on = dayOfChange(input.on, dayOf(desk.now), 'input.on');
  const { managed, field } = await readManaged(desk, actor, input, on);
  const because = oneLine(input.because, 'input.because', longestReason);
  const held = (await periodsOf(desk, managed)).find((period) => holdsOn(period, on));
  if (!held) throw conflict('managedWhereItIs', field);
  await desk.db
    .updateTable('direct_management')
    .set({ valid_to: on, left_because: because })
    .where('town_id', '=', desk.town)
    .where('id', '=', held.uuid)
    .execute();
  if (managed.organization !== null) await restate(desk, [managed.organization]);
  return managed;
}

/** Ends on a day that organisations or Party organisations are managed directly, because these end. */
export async function endManagement(
  desk: Desk,
  column: 'organization_id' | 'party_organization_id',
  uuids: readonly string[],
  on: string,
  because: string | null,
): Promise<void> {
  await sql`
    update direct_management set valid_to = greatest(valid_from, ${on}::date), left_because = ${because}
    where town_id = ${desk.town} and ${sql.ref(column)} = ${anyOf(uuids)}
      and (valid_to is null or valid_to > ${on})`.execute(desk.db);
}

interface Target {
  managed: Managed;
  life: Period;
  /** What of the input names it. */
  field: string;
}

async function readManaged(
  desk: Desk,
  actor: Actor,
  input: TakeIntoDirectManagementInput | ReturnToTerritoryInput,
  day: string,
): Promise<Target> {
  const { organization, partyOrganization } = input;
  const field = organization == null ? 'input.partyOrganization' : 'input.organization';
  const tree = await desk.load(partyTreesOf, desk.town);
  const managed =
    organization == null
      ? managedOf(tree, requireParty(desk, tree, partyOrganization ?? '').uuid, day)
      : { organization: (await requireOrganization(desk, organization, field)).uuid, party: null };
  if (!reachesTown(actor, 'party:keep', desk.town)) throw notFound(field);
  const life = await lifeOf(desk, tree, managed);
  if (!life) throw notFound(field);
  return { managed, life, field };
}

async function lifeOf(desk: Desk, tree: PartyTree, { organization, party }: Managed): Promise<Period | undefined> {
  if (party !== null) return tree.lifeOf(party);
  const line =
    organization === null ? undefined : await desk.load(organizationLines, { townId: desk.town, uuid: organization });
  return line && { from: line.validFrom, to: line.validTo };
}

/** What is managed where a Party organisation is: the organisation in which it sits on a day, else itself. */
export function managedOf(tree: PartyTree, party: string, day: string): Managed {
  const organization = tree.stateNear(party, day)?.organization_id ?? null;
  return organization === null ? { organization, party } : { organization, party: null };
}

async function periodsOf(desk: Desk, managed: Managed) {
  const all = await desk.load(managementsOf, desk.town);
  return all.filter(({ organization, party }) => organization === managed.organization && party === managed.party);
}
