import { dueFacts } from '../contact-rules/due-facts.ts';
import { reasonsBy } from '../contact-rules/due-households.ts';
import { ruleOf, rulesOfTowns } from '../contact-rules/rules-of-towns.ts';
import type { Desk } from '../db/door.ts';
import { dayOf } from '../today.ts';

/**
 * The households of blocks of the desk's town, or of all with null, that must be visited at once and have not been, with the
 * day on which they came into their category: its rule asks for a first contact by a day. Three statements.
 */
export async function firstVisitsDue(
  desk: Desk,
  blocks: readonly string[] | null,
  dueBy: string,
): Promise<Map<string, string>> {
  const asOf = dayOf(desk.now);
  const rules = (await desk.load(rulesOfTowns, desk.town))
    .map((rule) => ({ ...ruleOf(rule), everyMonths: null }))
    .filter(({ category, firstWithinDays }) => category !== null && firstWithinDays !== null);
  if (rules.length === 0) return new Map();
  const facts = await dueFacts(desk, { townId: desk.town, blocks, asOf, dueBy }, rules);
  return new Map(
    facts.flatMap((each) => {
      const [first] = reasonsBy(rules, each, asOf, dueBy);
      return first ? [[each.household.uuid, first.since] as const] : [];
    }),
  );
}
