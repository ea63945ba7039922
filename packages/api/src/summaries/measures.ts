import { counted, outcomes, promptly, reported } from '../requests/outcomes.ts';

/** What is counted of facts: which rows of a table, in SQL on its own columns, and the column of their day. */
export interface Measure {
  table: 'visit' | 'request';
  day: 'visited_on' | 'raised_on';
  holds: string;
}

const ofRequests = (holds: string = counted): Measure => ({ table: 'request', day: 'raised_on', holds });
const became = (outcome: keyof typeof outcomes) => ofRequests(`${counted} and ${outcomes[outcome]}`);

/**
 * Everything that is counted of facts, by the code under which its summary is kept. A measure is a line here, and one in a
 * migration, where `summarize` (db/migrations/summarize.ts) has the table keep it; `npm run reconcile` finds where the two differ.
 */
export const measures = {
  contact: { table: 'visit', day: 'visited_on', holds: 'withdrawn_at is null' },
  'contact-record': { table: 'visit', day: 'visited_on', holds: `withdrawn_at is null and record_faults = '{}'` },
  request: ofRequests(),
  'request-reported': ofRequests(reported),
  'request-promptness': ofRequests(`${reported} and ${promptly}`),
  'request-completion': became('completion'),
  'request-follow-up': became('followUp'),
  'request-satisfaction': became('satisfaction'),
  'request-grassroots': became('grassroots'),
} as const satisfies Record<string, Measure>;

export type MeasureCode = keyof typeof measures;
