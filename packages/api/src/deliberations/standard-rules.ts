import { always } from '../categories/standard-categories.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Threshold } from './decide-by-rule.ts';
import { versionRow } from './keep-rules.ts';

const noTurnout = { turnoutNumerator: null, turnoutDenominator: null };
const twoThirdsVote = { turnoutNumerator: 2, turnoutDenominator: 3 };

/** The rules that a town begins with: those that owners' and residents' meetings usually go by. */
const standardRules: readonly (Threshold & { name: string })[] = [
  { name: '全体三分之二同意', numerator: 2, denominator: 3, moreThan: false, base: 'ALL', ...noTurnout },
  { name: '全体过半数同意', numerator: 1, denominator: 2, moreThan: true, base: 'ALL', ...noTurnout },
  {
    name: '三分之二参会，参会过半数同意',
    numerator: 1,
    denominator: 2,
    moreThan: true,
    base: 'VOTING',
    ...twoThirdsVote,
  },
  {
    name: '三分之二参会，参会四分之三同意',
    numerator: 3,
    denominator: 4,
    moreThan: false,
    base: 'VOTING',
    ...twoThirdsVote,
  },
  { name: '全体一致同意', numerator: 1, denominator: 1, moreThan: false, base: 'ALL', ...noTurnout },
];

/** Gives a new town the rules that towns usually deliberate by. Two statements. */
export async function seedDeliberationRules(desk: Desk): Promise<void> {
  const rules = standardRules.map((said, index) => ({ said, id: newId(), position: index + 1 }));
  await desk.db
    .insertInto('deliberation_rule')
    .values(rules.map(({ id, position }) => ({ town_id: desk.town, id, position, version: 1 })))
    .execute();
  await desk.db
    .insertInto('deliberation_rule_version')
    .values(rules.map(({ id, said }) => ({ ...versionRow(desk, id, said, always), recorded_by: null })))
    .execute();
}
