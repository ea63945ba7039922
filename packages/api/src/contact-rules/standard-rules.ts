import type { CategoryGroup } from '../categories/category.entity.ts';
import { always } from '../categories/standard-categories.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { type VisitWay, visitWays } from '../visits/visit.entity.ts';
import type { RuleState } from './rules-of-towns.ts';

const rule = (
  every_months: number,
  first_within_days: number | null = null,
  ways: readonly VisitWay[] = visitWays,
  note: string | null = null,
): RuleState => ({ every_months, first_within_days, ways: [...ways], note });

/** An ordinary household has one effective contact a year. */
const everyHousehold = rule(12);

/** People with a trade are met around their working hours, key households more often, must-visit ones at once. */
const byGroup: Record<CategoryGroup, RuleState> = {
  RESOURCE: rule(12, null, visitWays, '在工作时间以外联系'),
  KEY: rule(3),
  MUST_VISIT: rule(3, 3, ['AT_HOME']),
};

/** Gives a new town, with the categories that it starts with, the rules that towns usually start with. */
export async function seedContactRules(desk: Desk): Promise<void> {
  const categories = await desk.db
    .selectFrom('category')
    .select(['id', 'group'])
    .where('town_id', '=', desk.town)
    .execute();
  const rules = [
    { category_id: null, state: everyHousehold },
    ...categories.map(({ id, group }) => ({ category_id: id, state: byGroup[group] })),
  ];
  const rows = rules.map(({ category_id, state }) => ({
    town_id: desk.town,
    id: newId(),
    category_id,
    ...state,
    valid_from: always,
    valid_to: null,
    recorded_at: desk.now,
    recorded_by: null,
    superseded_at: null,
  }));
  await desk.db.insertInto('contact_rule').values(rows).execute();
}
