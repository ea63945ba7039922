import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound, Refusal } from '../errors.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { grounds } from './grounds.ts';
import { insertRestructuring } from './insert-restructuring.ts';
import { readStepInputs } from './read-step-inputs.ts';
import type { DraftRestructuringInput, ReviseDraftInput } from './restructuring.input.ts';
import { restructuringsById, type StoredRestructuring } from './stored-restructuring.ts';

/** Open drafts of a town: each is checked against all others. */
const mostDrafts = 100;

/**
 * Draws up a restructuring of the desk's town. Nobody sees it but those who may restructure the town. Returns its id.
 * Errors: NOT_FOUND for a town out of reach; LIMIT_EXCEEDED where the town has 100 open drafts; those of grounds and
 * readStepInputs.
 */
export async function draftRestructuring(
  desk: Desk,
  actor: Actor,
  input: DraftRestructuringInput,
  effectiveOn: string,
): Promise<string> {
  if (!reachesTown(actor, 'unit:restructure', desk.town)) throw notFound('input.town');
  const treeVersion = await lockTree(desk);
  await refuseTooManyDrafts(desk);
  const steps = await readStepInputs(desk, input.steps, new Map());
  const plan = { steps, effectiveOn, origin: 'TOWN' as const, ...grounds(input) };
  return insertRestructuring(desk, plan, { treeVersion, by: actor.accountId, difference: null });
}

async function refuseTooManyDrafts(desk: Desk): Promise<void> {
  const { count } = await desk.db
    .selectFrom('restructuring')
    .select((row) => row.fn.countAll<string>().as('count'))
    .where('town_id', '=', desk.town)
    .where('status', '=', 'DRAFT')
    .executeTakeFirstOrThrow();
  if (Number(count) < mostDrafts) return;
  throw new Refusal('LIMIT_EXCEEDED', 'tooManyDrafts', { field: 'input.town', values: { most: mostDrafts } });
}

/**
 * Replaces the whole of a draft. It counts as seen with what the town has become by now.
 * Errors: NOT_FOUND on input.draft; CONFLICT where it is no draft any more or somebody else changed it; those of
 * grounds and readStepInputs.
 */
export async function reviseDraft(
  desk: Desk,
  actor: Actor,
  uuid: string,
  input: ReviseDraftInput,
  effectiveOn: string,
): Promise<void> {
  const basedOn = await lockTree(desk);
  const draft = await getDraft(desk, actor, uuid, input.expectedVersion);
  const { reason, documentNumber } = grounds(input);
  const known = new Map(draft.steps.flatMap((step) => (step.verb === 'OPEN' ? [[step.ref, step.unit]] : [])));
  await desk.db
    .updateTable('restructuring')
    .set((row) => ({
      effective_on: effectiveOn,
      reason,
      document_number: documentNumber,
      based_on: basedOn,
      version: row('version', '+', 1),
    }))
    .set('steps', JSON.stringify(await readStepInputs(desk, input.steps, known)))
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  desk.forget();
}

/** Drops a draft. Errors: NOT_FOUND on input.draft; CONFLICT where it is no draft any more or was changed. */
export async function dropDraft(
  desk: Desk,
  actor: Actor,
  uuid: string,
  expectedVersion: number | null | undefined,
): Promise<void> {
  await lockTree(desk);
  await getDraft(desk, actor, uuid, expectedVersion);
  await desk.db
    .updateTable('restructuring')
    .set((row) => ({ status: 'DROPPED' as const, version: row('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  desk.forget();
}

/** A draft that a mutation names. Errors: NOT_FOUND on input.draft; CONFLICT where it is none any more or was changed. */
export async function getDraft(
  desk: Desk,
  actor: Actor,
  uuid: string,
  expectedVersion: number | null | undefined,
): Promise<StoredRestructuring> {
  const stored = await desk.load(restructuringsById, { townId: desk.town, uuid });
  if (!stored || !reachesTown(actor, 'unit:restructure', desk.town)) throw notFound('input.draft');
  requireVersion(stored, expectedVersion);
  if (stored.status !== 'DRAFT') throw conflict('noDraft', 'input.draft');
  return stored;
}
