import type { ReadAhead } from '../compiled/planning.ts';
import { relatedOfHouseholds } from './household.related.ts';
import { aheadOf } from './read-related.ts';
import { relatedOfTeams } from './team.related.ts';

/** What is read at once for lists of objects, by their types. */
export const ahead: ReadonlyMap<string, ReadAhead> = new Map([
  ['Household', aheadOf(relatedOfHouseholds)],
  ['Team', aheadOf(relatedOfTeams)],
]);
