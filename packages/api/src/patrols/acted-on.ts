import { type RawBuilder, sql } from 'kysely';
import type { RequestState } from '../handling/transitions.ts';
import { outcomes } from '../requests/outcomes.ts';
import type { FindingState } from './finding-states.ts';

/**
 * That something which a patrol brought up was acted on 已落实, in SQL, of rows of `findings`: it was itself, or the request
 * as which it was raised is handled. Figures, rates and lists all count by this.
 */
export const actedOnIn = (findings: string) => `(${findings}.state = 'ACTED_ON' or exists (select from request
  where request.town_id = ${findings}.town_id and request.id = ${findings}.request_id and ${outcomes.completion}))`;

/** The same of rows `f`, for queries that are put together. */
export const actedOn: RawBuilder<boolean> = sql.raw(actedOnIn('f'));

/** The same of one finding, with the state of its request. */
export function wasActedOn(state: FindingState, request: RequestState | undefined): boolean {
  return state === 'ACTED_ON' || request === 'HANDLED' || request === 'CLOSED';
}
