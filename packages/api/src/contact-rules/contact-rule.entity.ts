import { defineEntity, p } from '@mikro-orm/core';
import { Category } from '../categories/category.entity.ts';
import { dated, forward, ownTown, townKey } from '../db/tenant.ts';
import type { VisitWay } from '../visits/visit.entity.ts';

/**
 * How often, how soon and in which ways the households of a category, or all, are to be contacted over a period. A row
 * is never changed: what no longer holds is superseded, and what holds is written beside it (see UnitVersion).
 */
export const ContactRule = defineEntity({
  name: 'ContactRule',
  tableName: 'contact_rule',
  properties: {
    ...townKey,
    /** Null for every household. */
    category: () => p.manyToOne(Category).nullable(),
    everyMonths: p.integer().nullable(),
    firstWithinDays: p.integer().nullable(),
    ways: p.array<VisitWay>(),
    /** What to bear in mind, such as 在工作时间以外联系. */
    note: p.text().nullable(),
    ...dated,
    recordedAt: p.datetime(),
    /** Null for what towns start with. */
    recordedBy: p.uuid().nullable(),
    supersededAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['townId', 'category'] }],
  checks: [
    forward('contact_rule_forward'),
    { name: 'contact_rule_asks', expression: 'num_nonnulls(every_months, first_within_days) > 0' },
    { name: 'contact_rule_months', expression: 'every_months >= 1 and every_months <= 24' },
    { name: 'contact_rule_days', expression: 'first_within_days >= 0 and first_within_days <= 60' },
    {
      name: 'contact_rule_ways',
      expression: `cardinality(ways) > 0 and ways <@ array['AT_HOME', 'TELEPHONE', 'APPOINTMENT']`,
    },
    {
      name: 'contact_rule_overlap',
      expression:
        "EXCLUDE USING gist (town_id WITH =, COALESCE(category_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL)",
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
