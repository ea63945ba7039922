import type { Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

let count = 0;

/** Opens a fund of 2026 with 10,000 yuan. Returns what is selected of it. */
export async function fund(
  { admin, code }: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
): Promise<Data> {
  const usual = { town: code, year: 2026, name: `帮困资金${++count}`, source: 'FISCAL', budget: '10000' };
  return (await admin.do('openReliefFund', { ...usual, ...input }, `fund { ${selection} }`)).fund;
}
