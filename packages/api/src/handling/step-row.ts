import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';

/** What the row of a step has, of all that is handled step by step, with what that was after it (see `stepColumns`). */
export function stepRow<Step extends string, State extends string>(
  desk: Desk,
  { accountId }: Pick<Actor, 'accountId'>,
  step: Step,
  { version, state }: { version: number; state: State },
  text: string | null | undefined,
) {
  return {
    ...{ town_id: desk.town, id: newId(), seq: version, step, state },
    ...{ recorded_at: desk.now, recorded_by: accountId, text: text ?? null },
  };
}
