import type { TownKey } from '../db/batch.ts';
import { idsOf, paired, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import type { DeliberationRuleType, DeliberationRuleVersionType } from './rule.type.ts';

function selectVersions(desk: Desk) {
  return desk.db
    .selectFrom('deliberation_rule_version as v')
    .innerJoin('deliberation_rule as r', (join) =>
      join.onRef('r.town_id', '=', 'v.town_id').onRef('r.id', '=', 'v.rule_id'),
    )
    .select(['v.town_id', 'v.id', 'v.rule_id', 'v.name', 'v.numerator', 'v.denominator', 'v.more_than', 'v.base'])
    .select(['v.turnout_numerator', 'v.turnout_denominator', 'v.valid_from', 'v.valid_to', 'r.version']);
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof selectVersions>['executeTakeFirstOrThrow']>>;

function versionOf(row: VersionRow): DeliberationRuleVersionType {
  return {
    ...{ townId: row.town_id, uuid: row.id, ruleUuid: row.rule_id, name: row.name },
    ...{ numerator: row.numerator, denominator: row.denominator, moreThan: row.more_than, base: row.base },
    ...{ turnoutNumerator: row.turnout_numerator, turnoutDenominator: row.turnout_denominator },
    ...{ validFrom: row.valid_from, validTo: row.valid_to },
  };
}

/** Batch of towns' rules with their versions, the first version first, in the order of the list. One statement. */
export async function rulesOfTowns(desk: Desk, towns: readonly number[]): Promise<DeliberationRuleType[][]> {
  const rows = await selectVersions(desk)
    .where('v.town_id', 'in', [...towns])
    .orderBy('r.position')
    .orderBy('v.valid_from')
    .orderBy('v.id')
    .execute();
  return towns.map((townId) => {
    const own = rows.filter((row) => row.town_id === townId);
    return [...Map.groupBy(own, (row) => row.rule_id)].map(([uuid, versions]) => ({
      ...{ id: globalId('DeliberationRule', townId, uuid), townId, uuid, version: versions[0]?.version ?? 1 },
      versions: versions.map(versionOf),
    }));
  });
}

/** Batch of versions of rules by id. One statement. */
export async function ruleVersionsById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(DeliberationRuleVersionType | undefined)[]> {
  const rows = await selectVersions(desk)
    .where('v.town_id', 'in', townsOf(keys))
    .where('v.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', versionOf);
}

/** What a rule says on a day; undefined where it does not hold then. */
export function saidOn({ versions }: DeliberationRuleType, day: string): DeliberationRuleVersionType | undefined {
  return versions.find(({ validFrom: from, validTo: to }) => holdsOn({ from, to }, day));
}

/** The rule of the desk's town that an input names. Errors: NOT_FOUND on `field`. */
export async function getRule(desk: Desk, id: string, field: string): Promise<DeliberationRuleType> {
  const uuid = requireIdIn(desk.town, id, 'DeliberationRule', field);
  const rule = (await desk.load(rulesOfTowns, desk.town)).find((each) => each.uuid === uuid);
  if (!rule) throw notFound(field);
  return rule;
}

/** What the rule that an input names says on a day. Errors: NOT_FOUND on `field`; CONFLICT there where it does not hold then. */
export async function getRuleInUse(
  desk: Desk,
  id: string,
  day: string,
  field: string,
): Promise<DeliberationRuleVersionType> {
  const said = saidOn(await getRule(desk, id, field), day);
  if (!said) throw conflict('deliberationRuleNotThen', field, { date: day });
  return said;
}
