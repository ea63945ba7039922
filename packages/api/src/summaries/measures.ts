import * as calls from '../calls/outcomes.ts';
import { counted, outcomes, promptly, reported } from '../requests/outcomes.ts';
import * as visits from '../visits/outcomes.ts';

/** What is counted of facts: which rows of a table, in SQL on its own columns, and the column of their day. */
export interface Measure {
  table:
    | 'visit'
    | 'request'
    | 'call'
    | 'patrol'
    | 'patrol_finding'
    | 'inspection_check'
    | 'inspection_attendance'
    | 'inspection_finding'
    | 'deliberation'
    | 'deliberation_objection'
    | 'relief_grant'
    | 'job_placement'
    | 'pairing_contact';
  day:
    | 'visited_on'
    | 'raised_on'
    | 'called_on'
    | 'patrolled_on'
    | 'inspected_on'
    | 'decided_on'
    | 'granted_on'
    | 'found_on'
    | 'contacted_on';
  /** Whether its facts are of households, with which they go where those are moved by a restructuring. */
  ofHouseholds: boolean;
  holds: string;
}

const ofVisits = (holds: string = visits.counted): Measure => ({
  ...{ table: 'visit', day: 'visited_on', ofHouseholds: true, holds },
});
const ofRequests = (holds: string = counted): Measure => ({
  ...{ table: 'request', day: 'raised_on', ofHouseholds: true, holds },
});
const ofCalls = (holds: string = calls.counted): Measure => ({
  ...{ table: 'call', day: 'called_on', ofHouseholds: true, holds },
});
const ofSuggestions = (more = ''): Measure => ({
  ...{ table: 'patrol_finding', day: 'patrolled_on', ofHouseholds: false },
  holds: `not withdrawn and kind = 'SUGGESTION'${more}`,
});
const ofInspections = (table: Measure['table'], holds: string): Measure => ({
  ...{ table, day: 'inspected_on', ofHouseholds: false, holds },
});
const ofDeliberations = (holds: string): Measure => ({
  ...{ table: 'deliberation', day: 'decided_on', ofHouseholds: false, holds },
});
const ofObjections = (holds: string): Measure => ({
  ...{ table: 'deliberation_objection', day: 'raised_on', ofHouseholds: false, holds },
});
const became = (outcome: keyof typeof outcomes) => ofRequests(`${counted} and ${outcomes[outcome]}`);

/**
 * Everything that is counted of facts, by the code under which its summary is kept. A measure is a line here, and one in a
 * migration, where `keepSums` (db/migrations/keep-sums.ts) has the table keep it; `npm run reconcile` finds where the two differ.
 */
export const measures = {
  contact: ofVisits(),
  'contact-record': ofVisits(visits.inOrder),
  request: ofRequests(),
  'request-reported': ofRequests(reported),
  'request-promptness': ofRequests(`${reported} and ${promptly}`),
  'request-completion': became('completion'),
  'request-follow-up': became('followUp'),
  'request-satisfaction': became('satisfaction'),
  'request-grassroots': became('grassroots'),
  call: ofCalls(),
  'call-completion': ofCalls(`${calls.counted} and ${calls.outcomes.completion}`),
  'call-follow-up': ofCalls(`${calls.counted} and ${calls.outcomes.followUp}`),
  'call-satisfaction': ofCalls(`${calls.counted} and ${calls.outcomes.satisfaction}`),
  'patrol-round': { table: 'patrol', day: 'patrolled_on', ofHouseholds: false, holds: 'withdrawn_at is null' },
  'patrol-suggestion': ofSuggestions(),
  'patrol-suggestion-acted-on': ofSuggestions(' and acted_on'),
  'inspection-check': ofInspections('inspection_check', 'not withdrawn'),
  'inspection-person-time': ofInspections('inspection_attendance', 'counted'),
  'inspection-finding': ofInspections('inspection_finding', 'not withdrawn'),
  'inspection-finding-mended': ofInspections('inspection_finding', 'not withdrawn and mended'),
  'deliberation-decided': ofDeliberations('decided_on is not null'),
  'deliberation-passed': ofDeliberations('passed'),
  'deliberation-objection': ofObjections('not withdrawn'),
  'deliberation-objection-answered': ofObjections('not withdrawn and answered'),
  'relief-grant': { table: 'relief_grant', day: 'granted_on', ofHouseholds: true, holds: 'cancelled_on is null' },
  'job-placement': { table: 'job_placement', day: 'found_on', ofHouseholds: true, holds: 'withdrawn_at is null' },
  'pairing-contact': {
    ...{ table: 'pairing_contact', day: 'contacted_on', ofHouseholds: true, holds: 'withdrawn_at is null' },
  },
} as const satisfies Record<string, Measure>;

export type MeasureCode = keyof typeof measures;
