import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { stepsWith } from '../../test/steps.ts';
import { subject } from '../requests/request.fixture.ts';

/** Begins a mediation between two people, by a new person of the town. Returns what is selected of it. */
export async function mediation(
  town: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const parties = [{ otherName: '张三' }, { otherName: '李四' }];
  const usual = { subject: await subject(town, '邻里纠纷'), matter: '楼上漏水到楼下', parties };
  const mediators = input.mediators ?? [await town.person('调解员')];
  return (await client.do('beginMediation', { ...usual, ...input, mediators }, `mediation { ${selection} }`)).mediation;
}

/** Takes a step with a mediation. Returns what is selected of it. */
export const mediate = stepsWith('mediation');
