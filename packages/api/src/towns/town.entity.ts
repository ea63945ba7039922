import { defineEntity, p } from '@mikro-orm/core';
import { dated } from '../db/tenant.ts';
import { District } from './district.entity.ts';

/** What a town-level area 镇级 is in the register: town 镇, subdistrict 街道, township 乡, or a park, farm or zone. */
export const townKinds = ['TOWN', 'SUBDISTRICT', 'TOWNSHIP', 'SPECIAL_ZONE'] as const;

/**
 * A town, the tenant. A reference table that every door reads. Its id is the number of its first register code and
 * stays when the code, the name or the district changes.
 */
export const Town = defineEntity({
  name: 'Town',
  tableName: 'town',
  properties: {
    id: p.bigint('number').primary().autoincrement(false),
    code: p.string().length(9).unique(),
    /** The day on which the town became a tenant; null while it only stands in the register. */
    setUpOn: p.date().nullable(),
    /** Whether it is of the sandbox (sandbox.ts) and no town of the register. */
    sandbox: p.boolean().default(false),
  },
  // Not forced: the owner writes the register. A town itself may only mark its own set-up.
  rowLevelSecurity: true,
  policies: [
    { name: 'everybody_reads', command: 'select', using: 'true' },
    {
      name: 'own_set_up',
      command: 'update',
      roles: ['app_town'],
      using: `id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`,
    },
  ],
});

/** The name, kind and district of a town, dated: towns are renamed and move between districts. */
export const TownVersion = defineEntity({
  name: 'TownVersion',
  tableName: 'town_version',
  properties: {
    town: () => p.manyToOne(Town).primary(),
    validFrom: p.date().primary(),
    validTo: dated.validTo,
    name: p.text(),
    kind: p.enum(townKinds),
    district: () => p.manyToOne(District),
  },
  checks: [
    {
      name: 'town_version_overlap',
      expression: 'EXCLUDE USING gist (town_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    },
  ],
});
