import type { Actor } from '../access/actor.ts';
import { endVersion } from '../db/dated-identity.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { dayOfChange, dayOfNext } from '../schema/day.ts';
import { numberWithin } from '../schema/number.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import type { Threshold } from './decide-by-rule.ts';
import type { AddDeliberationRuleInput, EndDeliberationRuleInput, ReviseDeliberationRuleInput } from './rule.input.ts';
import { getRule } from './rule-rows.ts';

/** The largest number in a fraction of a rule. */
const most = 1000;

/** How many rules a town has at most, with those that are ended. */
const mostRules = 50;

/** Puts a rule into the town's list. Returns its id in the town. Errors: those of readSaid and writeVersion; BAD_INPUT on input.name where there are too many. */
export async function addDeliberationRule(desk: Desk, actor: Actor, input: AddDeliberationRuleInput): Promise<string> {
  await lockSettings(desk);
  const said = readSaid(input);
  const from = dayOfChange(input.from, dayOf(desk.now), 'input.from');
  const { position } = await desk.db
    .selectFrom('deliberation_rule')
    .select(({ fn }) => fn.coalesce(fn.max('position'), (of) => of.lit(0)).as('position'))
    .where('town_id', '=', desk.town)
    .executeTakeFirstOrThrow();
  if (position >= mostRules) throw badInput('input.name', 'tooMany', { most: mostRules });
  const id = newId();
  await desk.db
    .insertInto('deliberation_rule')
    .values({ town_id: desk.town, id, position: position + 1, version: 1 })
    .execute();
  await writeVersion(desk, actor, id, said, from);
  return id;
}

/**
 * Says what a rule says from a day on; what was opened before stays under what it said then. Returns its id in the town.
 * Errors: those of holdRule, readSaid and writeVersion; BAD_INPUT on input.from.
 */
export async function reviseDeliberationRule(
  desk: Desk,
  actor: Actor,
  input: ReviseDeliberationRuleInput,
): Promise<string> {
  const { rule, last } = await holdRule(desk, input.deliberationRule);
  requireVersion(rule, input.expectedVersion);
  const said = readSaid(input);
  const from = dayOfNext(input.from, last, dayOf(desk.now), 'input.from');
  await endVersion(desk, 'deliberation_rule', rule, last, from);
  await writeVersion(desk, actor, rule.uuid, said, from);
  return rule.uuid;
}

/** Ends a rule on a day, the first without it. Returns its id in the town. Errors: those of holdRule; BAD_INPUT on input.on. */
export async function endDeliberationRule(desk: Desk, input: EndDeliberationRuleInput): Promise<string> {
  const { rule, last } = await holdRule(desk, input.deliberationRule);
  await endVersion(desk, 'deliberation_rule', rule, last, dayOfNext(input.on, last, dayOf(desk.now), 'input.on'));
  return rule.uuid;
}

/** The rule that is changed, with what it said last; another change of it waits. Errors: NOT_FOUND or CONFLICT on input.deliberationRule. */
async function holdRule(desk: Desk, id: string) {
  await lockSettings(desk);
  const field = 'input.deliberationRule';
  const rule = await getRule(desk, id, field);
  const last = rule.versions.at(-1);
  if (!last || last.validTo !== null) throw conflict('alreadyEnded', field);
  return { rule, last };
}

/** Errors: BAD_INPUT on the field at fault. */
function readSaid(input: AddDeliberationRuleInput | ReviseDeliberationRuleInput): Threshold & { name: string } {
  const name = oneLine(input.name, 'input.name');
  const numerator = numberWithin(input.numerator, [1, most], 'input.numerator');
  const denominator = numberWithin(input.denominator, [numerator, most], 'input.denominator');
  // More than all can never be.
  if (input.moreThan && numerator === denominator) throw badInput('input.moreThan', 'moreThanAll');
  const turnoutNumerator = numberWithin(input.turnoutNumerator ?? null, [1, most], 'input.turnoutNumerator');
  const turnoutDenominator = input.turnoutDenominator ?? null;
  if ((turnoutNumerator === null) !== (turnoutDenominator === null)) {
    throw badInput(turnoutNumerator === null ? 'input.turnoutNumerator' : 'input.turnoutDenominator', 'required');
  }
  numberWithin(turnoutDenominator, [turnoutNumerator ?? 1, most], 'input.turnoutDenominator');
  const { base } = input;
  return {
    name,
    numerator,
    denominator,
    moreThan: input.moreThan ?? false,
    base,
    turnoutNumerator,
    turnoutDenominator,
  };
}

/** Errors: CONFLICT on input.name where another rule has it from then on. */
async function writeVersion(
  desk: Desk,
  actor: Actor,
  rule: string,
  said: ReturnType<typeof readSaid>,
  from: string,
): Promise<void> {
  const taken = await desk.db
    .selectFrom('deliberation_rule_version')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('name', '=', said.name)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', from)]))
    .executeTakeFirst();
  if (taken) throw conflict('nameTaken', 'input.name');
  await desk.db
    .insertInto('deliberation_rule_version')
    .values({
      ...versionRow(desk, rule, said, from),
      recorded_by: actor.accountId,
    })
    .execute();
}

/** The row of what a rule says from a day on, but for who says it. */
export function versionRow(desk: Desk, rule: string, said: Threshold & { name: string }, from: string) {
  return {
    ...{ town_id: desk.town, id: newId(), rule_id: rule, name: said.name },
    ...{ numerator: said.numerator, denominator: said.denominator, more_than: said.moreThan, base: said.base },
    ...{ turnout_numerator: said.turnoutNumerator, turnout_denominator: said.turnoutDenominator },
    ...{ valid_from: from, valid_to: null, recorded_at: desk.now },
  };
}
