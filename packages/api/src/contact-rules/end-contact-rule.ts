import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { EndContactRuleInput } from './contact-rule.input.ts';
import type { ContactRuleType } from './contact-rule.type.ts';
import { rulesOfTowns, versionsOf } from './rules-of-towns.ts';
import { writeRules } from './write-rules.ts';

/**
 * Ends a rule; `on` is the first day without it, until a rule that is settled for a later day. Returns all rules of that
 * category.
 * Errors: NOT_FOUND on input.rule, also for one that has been replaced; BAD_INPUT on input.on before it; CONFLICT where it
 * has ended by then.
 */
export async function endContactRule(
  desk: Desk,
  actor: Actor,
  input: EndContactRuleInput,
  on: string,
): Promise<ContactRuleType[]> {
  await lockSettings(desk);
  const uuid = requireIdIn(desk.town, input.rule, 'ContactRule', 'input.rule');
  const rules = await desk.load(rulesOfTowns, desk.town);
  const rule = rules.find((each) => each.uuid === uuid);
  if (!rule || !reachesTown(actor, 'town:configure', desk.town)) throw notFound('input.rule');
  const { validFrom, validTo, categoryUuid } = rule;
  if (on < validFrom) throw badInput('input.on', 'dateBeforeBeginning', { date: validFrom });
  if (validTo !== null && on >= validTo) throw conflict('alreadyEnded', 'input.rule');
  const before = versionsOf(rules, categoryUuid);
  const after = before.flatMap((version) => {
    if (version.row !== uuid) return [version];
    return on === validFrom ? [] : [{ from: validFrom, to: on, state: version.state }];
  });
  return writeRules(desk, actor, categoryUuid, before, after);
}
