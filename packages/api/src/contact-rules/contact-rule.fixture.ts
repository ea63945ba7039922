import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

const anyWay = ['AT_HOME', 'TELEPHONE', 'APPOINTMENT'];

/** The input of a rule of a town, by default for every household and each way. */
export function ruleInput(town: TestTown, more: Record<string, unknown>): Record<string, unknown> {
  return { town: town.code, ways: anyWay, ...more };
}

/** Settles such a rule. */
export async function setRule(town: TestTown, more: Record<string, unknown>): Promise<void> {
  await town.admin.do('setContactRule', ruleInput(town, more), 'contactRules { id }');
}

/** The rules of a town: the category, how soon and how often, the ways where not all do, and the days between which. */
export async function rulesSeen(client: ApiClient, code: string, asOf?: string): Promise<string[]> {
  const query = `query($code: RegisterCode!, $asOf: Date) { town(code: $code) { contactRules(asOf: $asOf) {
    category { name } everyMonths firstWithinDays ways note validFrom validTo } } }`;
  const { contactRules } = (await client.ask(query, { code, asOf })).town;
  return contactRules.map(({ category, firstWithinDays, everyMonths, ways, note, validFrom, validTo }: Data) =>
    [
      category?.name ?? '各户',
      firstWithinDays === null ? '-' : `${firstWithinDays}日`,
      everyMonths === null ? '-' : `${everyMonths}月`,
      ...(ways.length === 3 ? [] : [ways.join()]),
      ...(note === null ? [] : [note]),
      ...(validFrom === '1949-10-01' ? [] : [validFrom]),
      ...(validTo === null ? [] : [`至${validTo}`]),
    ].join(' '),
  );
}
