import type { Desk } from '../db/door.ts';
import { type DueFacts, dueFacts } from './due-facts.ts';
import { reasonsBy } from './due-households.ts';
import type { Rule } from './due-of.ts';
import { ruleOf, rulesOfTowns } from './rules-of-towns.ts';

/** A rule that might be settled: for a category, or every household with null, and what it asks for, if anything. */
export interface Proposal {
  category: string | null;
  asks: Pick<Rule, 'everyMonths' | 'firstWithinDays' | 'ways'> | null;
}

/** How many of some households are due without a rule and with it, and how many each way it makes a difference for. */
export interface Effect {
  before: number;
  due: number;
  become: number;
  cease: number;
}

/**
 * What a rule would change on a day, block by block: the rule in force for that category then gives way to it.
 * A number of statements that does not grow with the town.
 */
export async function previewRule(
  desk: Desk,
  townId: number,
  { category, asks }: Proposal,
  asOf: string,
): Promise<Map<string, Effect>> {
  const before = (await desk.load(rulesOfTowns, townId)).map(ruleOf);
  const others = before.filter((rule) => rule.category !== category);
  const after = asks ? [...others, { uuid: 'proposed', category, ...asks, from: asOf, to: null }] : others;
  const isDue = (rules: readonly Rule[], facts: DueFacts) => reasonsBy(rules, facts, asOf, asOf).length > 0;
  const effects = new Map<string, Effect>();
  const key = { townId, blocks: null, asOf, dueBy: asOf };
  for (const facts of await dueFacts(desk, key, [...before, ...after])) {
    const [was, is] = [isDue(before, facts), isDue(after, facts)];
    const effect = effects.get(facts.block) ?? none();
    effects.set(facts.block, effect);
    add(effect, {
      before: Number(was),
      due: Number(is),
      become: Number(is && !was),
      cease: Number(was && !is),
    });
  }
  return effects;
}

/** What effects come to together. */
export function sumOf(effects: Iterable<Effect>): Effect {
  const sum = none();
  for (const effect of effects) add(sum, effect);
  return sum;
}

function none(): Effect {
  return { before: 0, due: 0, become: 0, cease: 0 };
}

function add(to: Effect, { before, due, become, cease }: Effect): void {
  to.before += before;
  to.due += due;
  to.become += become;
  to.cease += cease;
}
