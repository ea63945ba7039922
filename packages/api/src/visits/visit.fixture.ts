import type { ApiClient } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';

/** By the town itself: other files of a worker have towns of the same code in databases of their own. */
const visitors = new WeakMap<TestTown, Promise<string>>();

/** The input of a visit that somebody of the town made on a day, by default today at home, with all must-records. */
export async function visitInput(
  town: TestTown,
  household: string | undefined,
  visitedOn?: string,
  more: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const visitor = visitors.get(town) ?? town.person('走访人');
  visitors.set(town, visitor);
  return {
    household,
    visitedOn,
    way: 'AT_HOME',
    visitors: [await visitor],
    situation: '两位老人同住，身体尚可',
    demand: '楼道灯坏了，请修',
    service: '联系物业报修',
    ...more,
  };
}

/** Records such a visit. Returns its id. */
export async function recordVisit(
  town: TestTown,
  household: string | undefined,
  visitedOn?: string,
  by: ApiClient = town.admin,
): Promise<string> {
  const { visit } = await by.do('recordVisit', await visitInput(town, household, visitedOn), 'visit { id }');
  return visit.id;
}

/** Has all visits of a town received when they were noted, as no test can go back to that day. */
export async function receivedAtOnce(platform: TestPlatform, town: TestTown): Promise<void> {
  await platform.database.sql(
    'update visit set recorded_at = noted_at, withdrawn_at = withdrawn_at where town_id = $1 and recorded_at <> noted_at',
    [town.code],
  );
}
