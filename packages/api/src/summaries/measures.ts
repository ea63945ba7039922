import * as calls from '../calls/outcomes.ts';
import { counted, outcomes } from '../requests/outcomes.ts';

/** What is counted of facts: which rows of a table, in SQL on its own columns, and the column of their day. */
export interface Measure {
  table: 'visit' | 'request' | 'call';
  day: 'visited_on' | 'raised_on' | 'called_on';
  holds: string;
}

const ofRequests = (holds: string = counted): Measure => ({ table: 'request', day: 'raised_on', holds });
const ofCalls = (holds: string = calls.counted): Measure => ({ table: 'call', day: 'called_on', holds });
const became = (outcome: keyof typeof outcomes) => ofRequests(`${counted} and ${outcomes[outcome]}`);

/**
 * Everything that is counted of facts, by the code under which its summary is kept. A measure is a line here, and one in a
 * migration, where `summarize` (db/migrations/summarize.ts) has the table keep it; `npm run reconcile` finds where the two differ.
 */
export const measures = {
  contact: { table: 'visit', day: 'visited_on', holds: 'withdrawn_at is null' },
  request: ofRequests(),
  'request-completion': became('completion'),
  'request-follow-up': became('followUp'),
  'request-satisfaction': became('satisfaction'),
  'request-grassroots': became('grassroots'),
  call: ofCalls(),
  'call-completion': ofCalls(`${calls.counted} and ${calls.outcomes.completion}`),
  'call-follow-up': ofCalls(`${calls.counted} and ${calls.outcomes.followUp}`),
  'call-satisfaction': ofCalls(`${calls.counted} and ${calls.outcomes.satisfaction}`),
} as const satisfies Record<string, Measure>;

export type MeasureCode = keyof typeof measures;
