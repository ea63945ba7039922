import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

/** What is reported unless told otherwise: nearly 4,000 households on a day. */
export const published = {
  indicator: 'household',
  length: 'DAY',
  day: '2024-06-30',
  value: '4000',
  qualifier: 'NEARLY',
  document: '镇政府工作报告',
  publishedOn: '2024-07-10',
};

/** Reports a figure of a town. Returns what is selected of it. */
export async function report(
  town: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const full = { town: town.code, ...published, ...input };
  return (await client.do('reportFigure', full, `reportedFigure { ${selection} }`)).reportedFigure;
}

/** What a correction says of a figure that `report` has reported. */
export const corrected = {
  value: '4100',
  qualifier: 'NEARLY',
  document: '年报',
  publishedOn: '2024-08-01',
  because: '抄错',
};
