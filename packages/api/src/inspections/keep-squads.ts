import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import { endVersion } from '../db/dated-identity.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, forbidden, notFound } from '../errors.ts';
import { requirePeople } from '../people/require-people.ts';
import { dayOfChange, dayOfNext } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import type {
  ChangeInspectionSquadInput,
  DisbandInspectionSquadInput,
  FormInspectionSquadInput,
} from './squad.input.ts';
import { getSquadIn, squadVersionsOf } from './squad-rows.ts';

const mostMembers = 50;

/** What a squad is from a day on; people by their ids in the town. */
interface Said {
  name: string;
  head: string;
  members: readonly string[];
}

/**
 * Forms a squad. Returns its id in the town.
 * Errors: FORBIDDEN on input.town for who manages those of a unit alone; NOT_FOUND on input.head or input.members.N; BAD_INPUT on the field at
 * fault; CONFLICT on input.name where another squad has it then.
 */
export async function formInspectionSquad(desk: Desk, actor: Actor, input: FormInspectionSquadInput): Promise<string> {
  requireManager(desk, actor, 'input.town');
  await holdTree(desk);
  const from = dayOfChange(input.from, dayOf(desk.now), 'input.from');
  const name = oneLine(input.name, 'input.name');
  const head = await readHead(desk, input.head);
  const members = await readMembers(desk, input.members ?? []);
  const squad = { town_id: desk.town, id: newId(), version: 1 };
  await desk.db
    .insertInto('inspection_squad')
    .values({ ...squad, recorded_at: desk.now, recorded_by: actor.accountId })
    .execute();
  await writeVersion(desk, squad.id, { name, head, members }, from);
  return squad.id;
}

/**
 * Says what a squad is called and who is in it from a day on; who was in it before stays to be read. Returns its id in the town.
 * Errors: NOT_FOUND on input.squad, input.head or input.members.N; BAD_INPUT on input.name where nothing is told, or on the field at
 * fault; CONFLICT on input.expectedVersion, on input.squad where it is disbanded, or on input.name.
 */
export async function changeInspectionSquad(
  desk: Desk,
  actor: Actor,
  input: ChangeInspectionSquadInput,
): Promise<string> {
  const { squad, last } = await holdSquad(desk, actor, input.squad);
  requireVersion(squad, input.expectedVersion);
  if (input.name == null && input.head == null && input.members == null) throw badInput('input.name', 'required');
  const from = dayOfNext(input.from, last, dayOf(desk.now), 'input.from');
  const name = input.name == null ? last.name : oneLine(input.name, 'input.name');
  const head = input.head == null ? last.head.uuid : await readHead(desk, input.head);
  const members = input.members == null ? last.members.map(({ uuid }) => uuid) : await readMembers(desk, input.members);
  await endVersion(desk, 'inspection_squad', squad, last, from);
  await writeVersion(desk, squad.uuid, { name, head, members }, from);
  return squad.uuid;
}

/**
 * Disbands a squad on a day, the first without it. Returns its id in the town.
 * Errors: NOT_FOUND on input.squad; BAD_INPUT on input.on; CONFLICT on input.squad where it is disbanded.
 */
export async function disbandInspectionSquad(
  desk: Desk,
  actor: Actor,
  input: DisbandInspectionSquadInput,
): Promise<string> {
  const { squad, last } = await holdSquad(desk, actor, input.squad);
  await endVersion(desk, 'inspection_squad', squad, last, dayOfNext(input.on, last, dayOf(desk.now), 'input.on'));
  return squad.uuid;
}

/** Squads are the town's: what somebody manages of a unit alone does not do. Errors: FORBIDDEN on `field`. */
function requireManager(desk: Desk, actor: Actor, field: string): void {
  const permission = 'inspection:manage';
  if (!reachesTown(actor, permission, desk.town)) throw forbidden([permission], { field, town: desk.town });
}

/** The squad that is changed, with its last version; another change of it waits. */
async function holdSquad(desk: Desk, actor: Actor, id: string) {
  await holdTree(desk);
  const named = await getSquadIn(desk, id, 'input.squad');
  requireManager(desk, actor, 'input.squad');
  await desk.db
    .selectFrom('inspection_squad')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', named.uuid)
    .forUpdate()
    .execute();
  desk.forget();
  const squad = await getSquadIn(desk, id, 'input.squad');
  const last = (await desk.load(squadVersionsOf, { townId: desk.town, uuid: squad.uuid })).at(-1);
  if (!last || last.validTo !== null) throw conflict('alreadyEnded', 'input.squad');
  return { squad, last };
}

async function readHead(desk: Desk, id: string): Promise<string> {
  const [head] = await requirePeople(desk, [id], () => 'input.head');
  if (head === undefined) throw notFound('input.head');
  return head;
}

async function readMembers(desk: Desk, ids: readonly string[]): Promise<string[]> {
  if (ids.length > mostMembers) throw badInput('input.members', 'tooMany', { most: mostMembers });
  return requirePeople(desk, ids, (index) => `input.members.${index}`);
}

async function writeVersion(desk: Desk, squad: string, { name, head, members }: Said, from: string): Promise<void> {
  const taken = await desk.db
    .selectFrom('inspection_squad_version')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('name', '=', name)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', from)]))
    .executeTakeFirst();
  if (taken) throw conflict('nameTaken', 'input.name');
  const version = { town_id: desk.town, id: newId(), squad_id: squad, name, head_id: head };
  await desk.db
    .insertInto('inspection_squad_version')
    .values({ ...version, valid_from: from, valid_to: null })
    .execute();
  await desk.db
    .insertInto('inspection_squad_member')
    .values(
      [...new Set([head, ...members])].map((person_id) => ({
        ...{ town_id: desk.town, id: newId(), version_id: version.id, person_id },
      })),
    )
    .execute();
}
