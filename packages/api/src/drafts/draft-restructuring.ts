import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { notFound, Refusal } from '../errors.ts';
import { grounds } from '../restructurings/grounds.ts';
import { insertRestructuring } from '../restructurings/insert-restructuring.ts';
import { lockTree } from '../towns/lock-tree.ts';
import type { DraftRestructuringInput } from './draft.input.ts';
import { readStepInputs } from './read-step-inputs.ts';

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
