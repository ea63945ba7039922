import { badInput } from '../errors.ts';
import { numberWithin } from '../schema/number.ts';
import { oneLine } from '../schema/text.ts';
import { visitWays } from '../visits/visit.entity.ts';
import type { SetContactRuleInput } from './contact-rule.input.ts';
import type { RuleState } from './rules-of-towns.ts';

const mostMonths = 24;
const mostDays = 60;
const longestNote = 200;

/** What somebody says a rule asks for. */
export type RuleInput = Pick<SetContactRuleInput, 'everyMonths' | 'firstWithinDays' | 'ways' | 'note'>;

/**
 * What a rule asks for, checked; `place` is where it was said, such as `input.`.
 * Errors: BAD_INPUT on everyMonths, firstWithinDays, ways or note.
 */
export function readRule({ everyMonths, firstWithinDays, ways, note }: RuleInput, place: string): RuleState {
  if (everyMonths == null && firstWithinDays == null) throw badInput(`${place}everyMonths`, 'ruleAsksNothing');
  numberWithin(everyMonths, [1, mostMonths], `${place}everyMonths`);
  numberWithin(firstWithinDays, [0, mostDays], `${place}firstWithinDays`);
  if (ways.length === 0) throw badInput(`${place}ways`, 'noWays');
  return {
    every_months: everyMonths ?? null,
    first_within_days: firstWithinDays ?? null,
    ways: visitWays.filter((way) => ways.includes(way)),
    note: note == null || note.trim() === '' ? null : oneLine(note, `${place}note`, longestNote),
  };
}
