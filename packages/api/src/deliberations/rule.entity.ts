import { defineEntity, p } from '@mikro-orm/core';
import { dated, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { thresholdBases } from './deliberation-states.ts';

/** A rule of deliberation 议事规则 in a town's own list. What it says is in its versions. */
export const DeliberationRule = defineEntity({
  name: 'DeliberationRule',
  tableName: 'deliberation_rule',
  properties: {
    ...townKey,
    /** Where it stands in the list. */
    position: p.integer(),
    version: p.integer().version(),
  },
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** What a rule says over a period. Never changed but for its end, so that what was opened under it stays under it. */
export const DeliberationRuleVersion = defineEntity({
  name: 'DeliberationRuleVersion',
  tableName: 'deliberation_rule_version',
  properties: {
    ...townKey,
    rule: () => p.manyToOne(DeliberationRule),
    name: p.text(),
    numerator: p.integer(),
    denominator: p.integer(),
    moreThan: p.boolean(),
    base: p.enum(thresholdBases),
    turnoutNumerator: p.integer().nullable(),
    turnoutDenominator: p.integer().nullable(),
    ...dated,
    recordedAt: p.datetime(),
    /** Null for what towns start with. */
    recordedBy: p.uuid().nullable(),
  },
  checks: [
    forward('deliberation_rule_version_forward'),
    noOverlap('deliberation_rule_version_once', ['rule_id']),
    noOverlap('deliberation_rule_version_name', ['name']),
    { name: 'deliberation_rule_version_part', expression: 'numerator > 0 and numerator <= denominator' },
    {
      name: 'deliberation_rule_version_turnout',
      expression:
        'num_nonnulls(turnout_numerator, turnout_denominator) in (0, 2) and turnout_numerator > 0 and turnout_numerator <= turnout_denominator',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
