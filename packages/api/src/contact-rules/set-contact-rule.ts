import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import { getCategory, requireHolding } from '../categories/find-category.ts';
import type { Desk } from '../db/door.ts';
import { putFrom } from '../db/versions.ts';
import { notFound } from '../errors.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { SetContactRuleInput } from './contact-rule.input.ts';
import type { ContactRuleType } from './contact-rule.type.ts';
import { readRule } from './read-rule.ts';
import { rulesOfTowns, versionsOf } from './rules-of-towns.ts';
import { writeRules } from './write-rules.ts';

/**
 * Settles how the households of a category, or all, are contacted from a day on, until what is settled for a later day.
 * Returns all rules of that category.
 * Errors: NOT_FOUND on input.town or input.category; BAD_INPUT on what the rule asks for, or on input.from before the
 * category; CONFLICT on input.category where that has ended by then.
 */
export async function setContactRule(
  desk: Desk,
  actor: Actor,
  input: SetContactRuleInput,
  from: string,
): Promise<ContactRuleType[]> {
  await lockSettings(desk);
  if (!reachesTown(actor, 'town:configure', desk.town)) throw notFound('input.town');
  const state = readRule(input, 'input.');
  const category = input.category == null ? null : await getCategory(desk, input.category);
  const end = category === null ? null : await requireHolding(desk, category, from);
  const key = category?.uuid ?? null;
  const before = versionsOf(await desk.load(rulesOfTowns, desk.town), key);
  return writeRules(desk, actor, key, before, putFrom(before, from, state, end));
}
