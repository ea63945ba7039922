import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { stepsWith } from '../../test/steps.ts';
import { subject } from '../requests/request.fixture.ts';

/** Proposes a project of 2027 for the whole town, about 停车. Returns what is selected of it. */
export async function project(
  town: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const usual = { year: 2027, name: '新增停车位', goal: '在老小区新增停车位', subject: await subject(town, '停车') };
  return (await client.do('proposeProject', { ...usual, ...input }, `project { ${selection} }`)).project;
}

/** Takes a step with a project. Returns what is selected of it. */
export const advance = stepsWith('project');
