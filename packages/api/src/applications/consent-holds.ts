import { sql } from 'kysely';

/** Whether a consent `c` holds on a day: neither withdrawn nor over. */
export function consentHolds(day: string) {
  return sql<boolean>`(c.ended_at is null and (c.valid_to is null or c.valid_to > ${day}::date))`;
}
