import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { visibleHouseholds } from '../households/find-household.ts';
import { type DueFacts, dueFacts, type FactsKey } from './due-facts.ts';
import type { DueHouseholdType } from './due-household.type.ts';
import { dueOf, type Rule } from './due-of.ts';
import { ruleOf, rulesOfTowns } from './rules-of-towns.ts';

/**
 * The households that the viewer sees, with their categories, and that are to be contacted, those first that have been due longest, then by
 * number. A number of statements that does not grow with them.
 */
export async function dueHouseholds(desk: Desk, actor: Actor, key: FactsKey): Promise<DueHouseholdType[]> {
  const due = await desk.load(dueLists, key);
  const households = due.map(({ household }) => household);
  const found = await visibleHouseholds(desk, actor, households);
  // A household that has moved on since may stand where its reasons are not for the viewer.
  const seen = new Set(await visibleHouseholds(desk, actor, found, 'category:read'));
  return due.filter(({ household }) => seen.has(household));
}

function dueLists(desk: Desk, keys: readonly FactsKey[]): Promise<DueHouseholdType[][]> {
  return Promise.all(keys.map((key) => dueList(desk, key)));
}

async function dueList(desk: Desk, key: FactsKey): Promise<DueHouseholdType[]> {
  const { townId, asOf, dueBy } = key;
  const rules = new Map((await desk.load(rulesOfTowns, townId)).map((rule) => [rule.uuid, rule]));
  const asked = [...rules.values()].map(ruleOf);
  const facts = await dueFacts(desk, key, asked);
  return facts
    .flatMap(({ household, ...each }) => {
      const reasons = reasonsBy(asked, { household, ...each }, asOf, dueBy).flatMap(({ rule, held, since, dueOn }) => {
        const settled = rules.get(rule.uuid);
        return settled ? [{ townId, rule: settled, held: held?.row ?? null, since, dueOn }] : [];
      });
      const [first] = reasons;
      return first ? [{ townId, asOf, household, reasons, dueOn: first.dueOn }] : [];
    })
    .sort(byDay);
}

/** Why a household is due by a day, by the rules and facts of another. */
export function reasonsBy(rules: readonly Rule[], facts: DueFacts, asOf: string, dueBy: string) {
  const { household, categories, lastVisits } = facts;
  const life = { from: household.validFrom, to: household.validTo };
  return dueOf(rules, categories, lastVisits, life, asOf).filter(({ dueOn }) => dueOn <= dueBy);
}

function byDay(a: DueHouseholdType, b: DueHouseholdType): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  const [one, other] = [a.household.code ?? '', b.household.code ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return a.household.uuid < b.household.uuid ? -1 : 1;
}
