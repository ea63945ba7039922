import type { Desk } from '../db/door.ts';
import type { Version, Versions } from '../db/versions.ts';
import { globalId } from '../schema/global-id.ts';
import type { VisitWay } from '../visits/visit.entity.ts';
import type { ContactRuleType } from './contact-rule.type.ts';
import type { Rule } from './due-of.ts';

/** What a rule asks for. Its members are the columns of a row. */
export interface RuleState {
  every_months: number | null;
  first_within_days: number | null;
  ways: VisitWay[];
  note: string | null;
}

/** Batch of the rules of towns that hold over some period, oldest first. One statement. */
export async function rulesOfTowns(desk: Desk, towns: readonly number[]): Promise<ContactRuleType[][]> {
  const rows = await desk.db
    .selectFrom('contact_rule')
    .select(['town_id', 'id', 'category_id', 'every_months', 'first_within_days', 'ways', 'note'])
    .select(['valid_from', 'valid_to', 'recorded_at'])
    .where('town_id', 'in', [...new Set(towns)])
    .where('superseded_at', 'is', null)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) =>
    (byTown.get(town) ?? []).map((row) => ({
      townId: town,
      uuid: row.id,
      categoryUuid: row.category_id,
      id: globalId('ContactRule', town, row.id),
      everyMonths: row.every_months,
      firstWithinDays: row.first_within_days,
      ways: row.ways,
      note: row.note,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      recordedAt: row.recorded_at,
    })),
  );
}

/** A rule as `dueOf` takes it. */
export function ruleOf(rule: ContactRuleType): Rule {
  const { uuid, categoryUuid: category, everyMonths, firstWithinDays, ways, validFrom: from, validTo: to } = rule;
  return { uuid, category, everyMonths, firstWithinDays, ways, from, to };
}

/** The rules of one category, or of every household, as versions of one thing. */
export function versionsOf(rules: readonly ContactRuleType[], category: string | null): Versions<RuleState> {
  return rules
    .filter(({ categoryUuid }) => categoryUuid === category)
    .map(({ uuid, validFrom, validTo, everyMonths, firstWithinDays, ways, note }): Version<RuleState> => {
      const state = { every_months: everyMonths, first_within_days: firstWithinDays, ways, note };
      return { row: uuid, from: validFrom, to: validTo, state };
    });
}
