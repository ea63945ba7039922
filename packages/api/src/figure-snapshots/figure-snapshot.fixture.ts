import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

/** Closes a period of a town, by default the second quarter of 2024. Returns what is selected of its snapshot. */
export async function close(
  town: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const full = { town: town.code, length: 'QUARTER', day: '2024-06-30', ...input };
  return (await client.do('closePeriod', full, `snapshot { ${selection} }`)).snapshot;
}
