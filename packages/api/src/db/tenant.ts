import { p } from '@mikro-orm/core';
import { newId } from './new-id.ts';

const enteredTown = `nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const enteredTowns = `(string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[]`;

/** The primary key of every tenant table: the town first, then an id made by the application (UUIDv7). */
export const townKey = {
  townId: p.bigint('number').primary(),
  id: p
    .uuid()
    .primary()
    .onCreate(() => newId()),
};

/** A row's own town: the whole table for the town's people, nothing without a town. */
export const ownTown = {
  name: 'own_town',
  roles: ['app_town'],
  using: `town_id = ${enteredTown}`,
  check: `town_id = ${enteredTown}`,
};

/** Reading by a district office, for the towns entered for that transaction. */
export const districtReads = {
  name: 'district_reads',
  command: 'select' as const,
  roles: ['app_district'],
  using: `town_id = ANY (${enteredTowns})`,
};

/** Reading by the platform operator; which columns is a matter of grants. */
export const platformReads = {
  name: 'platform_reads',
  command: 'select' as const,
  roles: ['app_platform'],
  using: 'true',
};

/** Reading by the views that everybody reads (boards), in the entered town; which columns is a matter of grants. */
export const publicShows = {
  name: 'public_shows',
  command: 'select' as const,
  roles: ['app_views'],
  using: `town_id = ${enteredTown}`,
};

/** Dates `[validFrom, validTo)` in Asia/Shanghai; without an end while `validTo` is null. */
export const dated = { validFrom: p.date(), validTo: p.date().nullable() };

/** A check that forbids overlapping periods of the same thing; `scope` lists its columns, `where` narrows the rows. */
export function noOverlap(name: string, scope: string[], where?: string) {
  const columns = ['town_id', ...scope].map((column) => `${column} WITH =`).join(', ');
  const rows = where ? ` WHERE (${where})` : '';
  return {
    name,
    expression: `EXCLUDE USING gist (${columns}, daterange(valid_from, valid_to) WITH &&)${rows}`,
  };
}

/** A check that a period is not inverted. An empty one was taken back on the day it began. */
export function forward(name: string) {
  return { name, expression: 'valid_to is null or valid_to >= valid_from' };
}

/** What is the same of all tables with the last number that a town has given to something of a year. */
export const yearCounter = {
  properties: {
    townId: p.bigint('number').primary(),
    year: p.integer().primary(),
    last: p.integer(),
  },
  rowLevelSecurity: 'force' as const,
  policies: [ownTown],
};
