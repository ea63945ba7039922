import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { supersede } from '../db/supersede.ts';
import type { Versions } from '../db/versions.ts';
import type { ContactRuleType } from './contact-rule.type.ts';
import { type RuleState, rulesOfTowns } from './rules-of-towns.ts';

/**
 * Writes what changed of the rules of one category, or of every household: those that no longer hold are superseded,
 * those that hold now stand beside them. The town's settings are locked before. Returns the rules as they are then.
 */
export async function writeRules(
  desk: Desk,
  actor: Actor,
  category: string | null,
  before: Versions<RuleState>,
  after: Versions<RuleState>,
): Promise<ContactRuleType[]> {
  const stay = new Set(after.map(({ row }) => row));
  const gone = before.flatMap(({ row }) => (row !== undefined && !stay.has(row) ? [row] : []));
  const come = after.filter(({ row }) => row === undefined);
  if (gone.length > 0) await supersede(desk, 'contact_rule', gone);
  if (come.length > 0) {
    const rows = come.map(({ from, to, state }) => ({
      town_id: desk.town,
      id: newId(),
      category_id: category,
      ...state,
      valid_from: from,
      valid_to: to,
      recorded_at: desk.now,
      recorded_by: actor.accountId,
      superseded_at: null,
    }));
    await desk.db.insertInto('contact_rule').values(rows).execute();
  }
  desk.forget();
  const rules = await desk.load(rulesOfTowns, desk.town);
  return rules.filter(({ categoryUuid }) => categoryUuid === category);
}
