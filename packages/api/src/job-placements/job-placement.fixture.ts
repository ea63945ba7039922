import type { ApiClient, Data } from '../../test/client.ts';

/** Records a job that was found for a resident. Returns what is selected of it. */
export async function placement(
  client: ApiClient,
  resident: string | undefined,
  input: Record<string, unknown> = {},
  selection = 'id',
): Promise<Data> {
  const usual = { resident, employer: '江汀物业公司', post: '保洁员', foundBy: '社会保障服务中心' };
  return (await client.do('recordJobPlacement', { ...usual, ...input }, `jobPlacement { ${selection} }`)).jobPlacement;
}
