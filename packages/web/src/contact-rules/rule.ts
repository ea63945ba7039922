import type { ContactRulesQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const CONTACT_RULES = graphql(`
  query ContactRules($code: RegisterCode!) {
    town(code: $code) {
      id
      categories { id name group sensitive position validFrom validTo version }
      contactRules { id everyMonths firstWithinDays ways note validFrom validTo category { id } }
    }
  }
`);

export type ContactRule = NonNullable<NonNullable<ContactRulesQuery['town']>['contactRules']>[number];

/** Whose households a rule is for: those of a category, or, with null, every household. */
export type RuleFor = { id: string; name: string } | null;

/** The rule of a category, or of every household, that holds on a day, and the next one after it. */
export function ruleOn(
  rules: readonly ContactRule[],
  of: RuleFor,
  day: string,
): { rule: ContactRule | undefined; next: ContactRule | undefined } {
  const own = rules
    .filter(({ category }) => (category?.id ?? null) === (of?.id ?? null))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return {
    rule: own.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day)),
    next: own.find(({ validFrom }) => validFrom > day),
  };
}
