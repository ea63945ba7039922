import { Temporal } from 'temporal-polyfill';
import { holdsOn, type Period } from '../db/versions.ts';
import type { VisitWay } from '../visits/visit.entity.ts';

/** What a rule asks for over a period: a first contact soon, contacts again and again, or both. */
export interface Rule extends Period {
  uuid: string;
  /** The category whose households it is for; null for every household. */
  category: string | null;
  everyMonths: number | null;
  firstWithinDays: number | null;
  /** Only a contact in one of these ways does. */
  ways: readonly VisitWay[];
}

/** A period in which a household is in a category. */
export interface Held extends Period {
  category: string;
}

/** The day of a household's last contact in each way. */
export type LastVisits = Readonly<Partial<Record<VisitWay, string | null>>>;

/** What one rule asks of a household. */
export interface Reason<Because extends Held = Held> {
  rule: Rule;
  /** Its being in the rule's category; null for a rule for every household. */
  held: Because | null;
  /** Since when the household is in the category, or in the town. */
  since: string;
  /** The day by which it asks for a contact. */
  dueOn: string;
}

/**
 * When a household is to be contacted, and why: what each rule asks for that is in force on a day and is for it, the
 * earliest first. `lastVisits` are those up to that day, and `household` is its life.
 *
 * Where a first contact is due within some days, the first one counts that is not before the household came into the
 * category. After it, or without such days, the next is due so many months after the last, which may have been earlier,
 * but not before the household came into the category; where there was none, after it came to the town.
 */
export function dueOf<Because extends Held>(
  rules: readonly Rule[],
  categories: readonly Because[],
  lastVisits: LastVisits,
  household: Period,
  asOf: string,
): Reason<Because>[] {
  const reasons: Reason<Because>[] = [];
  for (const rule of rules) {
    if (!holdsOn(rule, asOf)) continue;
    const held = rule.category === null ? null : earliestIn(rule.category, categories, asOf);
    if (held === undefined) continue;
    const since = held?.from ?? household.from;
    const dueOn = dueUnder(rule, since, household.from, lastIn(rule.ways, lastVisits));
    if (dueOn !== undefined) reasons.push({ rule, held, since, dueOn });
  }
  return reasons.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** The earliest period of a category that holds on a day: several members may have brought the household into it. */
function earliestIn<Because extends Held>(category: string, all: readonly Because[], day: string): Because | undefined {
  let earliest: Because | undefined;
  for (const held of all) {
    if (held.category !== category || !holdsOn(held, day)) continue;
    if (earliest === undefined || held.from < earliest.from) earliest = held;
  }
  return earliest;
}

function lastIn(ways: readonly VisitWay[], lastVisits: LastVisits): string | undefined {
  let last: string | undefined;
  for (const way of ways) {
    const day = lastVisits[way];
    if (day != null && (last === undefined || day > last)) last = day;
  }
  return last;
}

function dueUnder(rule: Rule, since: string, came: string, last: string | undefined): string | undefined {
  if (rule.firstWithinDays !== null && (last === undefined || last < since))
    return addDays(since, rule.firstWithinDays);
  if (rule.everyMonths === null) return undefined;
  const next = addMonths(last ?? came, rule.everyMonths);
  return next < since ? since : next;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A town has few days and rules and many households. */
const monthsLater = new Map<string, string>();
const mostKept = 20_000;

/** So many months later; the last day of the month where that has no such day. */
function addMonths(day: string, months: number): string {
  const key = `${day} ${months}`;
  const known = monthsLater.get(key);
  if (known !== undefined) return known;
  if (monthsLater.size >= mostKept) monthsLater.clear();
  const later = Temporal.PlainDate.from(day).add({ months }).toString();
  monthsLater.set(key, later);
  return later;
}
