import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { overlapOf } from '../db/versions.ts';
import { badInput, conflict, notFound, Refusal } from '../errors.ts';
import { nextPosition, readPosition } from '../schema/position.ts';
import { oneLine } from '../schema/text.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import type {
  AddEntryInput,
  AddOrganizationKindInput,
  EndEntryInput,
  EndIndustryInput,
  EndOrganizationKindInput,
  ReviseEntryInput,
  ReviseIndustryInput,
  ReviseOrganizationKindInput,
} from './list.input.ts';
import type { IndustryType } from './organization.type.ts';
import { getIndustry, getKind, industriesOf, organizationKindsOf } from './organization-lists.ts';
import { refuseInUse } from './refuse-in-use.ts';

/** Entries that a list may have over all time. */
const most = 200;

/**
 * Adds a kind of organisations to the town's list from a day on. Returns its id in the town.
 * Errors: NOT_FOUND on input.town; BAD_INPUT on input.name or input.position; CONFLICT on input.name where it is taken;
 * LIMIT_EXCEEDED beyond 200.
 */
export async function addKind(
  desk: Desk,
  actor: Actor,
  input: AddOrganizationKindInput,
  from: string,
): Promise<string> {
  await lockSettings(desk);
  const row = newEntry(desk, actor, input, from, await desk.load(organizationKindsOf, desk.town));
  await desk.db
    .insertInto('organization_kind')
    .values({ ...row, class: input.class })
    .execute();
  return row.id;
}

/** Adds an industry to the town's list from a day on. Returns its id in the town. Errors: those of addKind. */
export async function addIndustry(desk: Desk, actor: Actor, input: AddEntryInput, from: string): Promise<string> {
  await lockSettings(desk);
  const row = newEntry(desk, actor, input, from, await desk.load(industriesOf, desk.town));
  await desk.db.insertInto('industry').values(row).execute();
  return row.id;
}

/**
 * Gives a kind another name or position, also for its past. Returns its id in the town.
 * Errors: NOT_FOUND on input.kind; BAD_INPUT on input.name or input.position; CONFLICT where the name is taken or somebody
 * else changed it.
 */
export async function reviseKind(desk: Desk, actor: Actor, input: ReviseOrganizationKindInput): Promise<string> {
  await lockSettings(desk);
  const kind = await getKind(desk, input.kind, 'input.kind');
  if (!mayConfigure(desk, actor)) throw notFound('input.kind');
  return reviseEntry(desk, 'organization_kind', kind, input, await desk.load(organizationKindsOf, desk.town));
}

/** Gives an industry another name or position, also for its past. Returns its id in the town. Errors: those of reviseKind. */
export async function reviseIndustry(desk: Desk, actor: Actor, input: ReviseIndustryInput): Promise<string> {
  await lockSettings(desk);
  const industry = await getIndustry(desk, input.industry, 'input.industry');
  if (!mayConfigure(desk, actor)) throw notFound('input.industry');
  return reviseEntry(desk, 'industry', industry, input, await desk.load(industriesOf, desk.town));
}

/**
 * Ends a kind; `on` is the first day without it. Returns its id in the town.
 * Errors: NOT_FOUND on input.kind; BAD_INPUT on input.on before it began; CONFLICT where it has ended, somebody else changed it,
 * or, on input.on, organisations are of it or a guidance station guides it from then on.
 */
export async function endKind(desk: Desk, actor: Actor, input: EndOrganizationKindInput, on: string): Promise<string> {
  await lockSettings(desk);
  const kind = await getKind(desk, input.kind, 'input.kind');
  if (!mayConfigure(desk, actor)) throw notFound('input.kind');
  return endEntry(desk, 'organization_kind', kind, input, on, 'input.kind');
}

/**
 * Ends an industry; `on` is the first day without it. Returns its id in the town. Errors: those of endKind, where Party
 * organisations sit in it instead of guidance stations.
 */
export async function endIndustry(desk: Desk, actor: Actor, input: EndIndustryInput, on: string): Promise<string> {
  await lockSettings(desk);
  const industry = await getIndustry(desk, input.industry, 'input.industry');
  if (!mayConfigure(desk, actor)) throw notFound('input.industry');
  return endEntry(desk, 'industry', industry, input, on, 'input.industry');
}

function mayConfigure(desk: Desk, actor: Actor): boolean {
  return reachesTown(actor, 'organization:configure', desk.town);
}

function newEntry(desk: Desk, actor: Actor, input: AddEntryInput, from: string, list: readonly IndustryType[]) {
  if (!mayConfigure(desk, actor)) throw notFound('input.town');
  const name = oneLine(input.name, 'input.name');
  if (list.length >= most) throw new Refusal('LIMIT_EXCEEDED', 'tooManyEntries', { values: { most } });
  refuseTakenName(list, name, { validFrom: from, validTo: null });
  return {
    ...{ town_id: desk.town, id: newId(), name, position: readPosition(input.position) ?? nextPosition(list) },
    ...{ valid_from: from, valid_to: null, version: 1 },
  };
}

async function reviseEntry(
  desk: Desk,
  table: 'organization_kind' | 'industry',
  entry: IndustryType,
  input: ReviseEntryInput,
  list: readonly IndustryType[],
): Promise<string> {
  requireVersion(entry, input.expectedVersion);
  const name = input.name == null ? entry.name : oneLine(input.name, 'input.name');
  refuseTakenName(list, name, entry);
  await desk.db
    .updateTable(table)
    .set({ name, position: readPosition(input.position) ?? entry.position, version: entry.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', entry.uuid)
    .execute();
  return entry.uuid;
}

async function endEntry(
  desk: Desk,
  table: 'organization_kind' | 'industry',
  entry: IndustryType,
  input: EndEntryInput,
  on: string,
  field: string,
): Promise<string> {
  requireVersion(entry, input.expectedVersion);
  if (entry.validTo !== null) throw conflict('alreadyEnded', field);
  if (on < entry.validFrom) throw badInput('input.on', 'dateBeforeBeginning', { date: entry.validFrom });
  await refuseInUse(desk, table, entry.uuid, on);
  await desk.db
    .updateTable(table)
    .set({ valid_to: on, version: entry.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', entry.uuid)
    .execute();
  return entry.uuid;
}

/** Refuses a name that another entry has at the same time. Errors: CONFLICT on input.name. */
function refuseTakenName(
  list: readonly IndustryType[],
  name: string,
  { uuid, ...life }: Pick<IndustryType, 'validFrom' | 'validTo'> & { uuid?: string },
): void {
  const period = ({ validFrom: from, validTo: to }: Pick<IndustryType, 'validFrom' | 'validTo'>) => ({ from, to });
  const taken = list.some(
    (each) => each.uuid !== uuid && each.name === name && overlapOf(period(each), period(life)) !== undefined,
  );
  if (taken) throw conflict('nameTaken', 'input.name');
}
