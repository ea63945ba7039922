import type { ApiClient, Data } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';

let count = 0;

/** Opens the office of a district. Returns a client for it. */
export async function districtOffice({ operator, clientOf }: TestPlatform, district: string): Promise<ApiClient> {
  const name = `offer${++count}`;
  await operator.do('openOfficeAccount', { name, displayName: '区', district }, 'account { name }');
  return clientOf(`${name}-${district}`);
}

/** The code of a town's district. */
export const districtOf = ({ code }: Pick<TestTown, 'code'>): string => code.slice(0, 6);

/** Offers a training of 2027 to the towns of a district. Returns what is selected of the offer. */
export async function offered(
  office: ApiClient,
  district: string,
  input: Record<string, unknown> = {},
  selection = 'id',
): Promise<Data> {
  const usual = { name: '书记和业主培训', about: '党建工作培训', kind: 'TRAINING', takers: 'RESIDENT' };
  const full = { district, ...usual, firstDay: '2026-01-01', lastDay: '2027-12-31', ...input };
  return (await office.do('offerProgramme', full, `offer { ${selection} }`)).offer;
}
