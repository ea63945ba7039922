import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { writeTable } from '../imports/write-table.ts';

const header = ['户号', '块区', '地址', '起始日期', '姓名', '户主', '出生年份', '电话', '类别', '类别原因'];

/** A row of a file of households: its number, and what else it says by column. */
export function member(code: string, cells: Record<string, string> = {}): string[] {
  const all: Record<string, string> = { 户号: code, ...cells };
  return header.map((column) => all[column] ?? '');
}

/** A file of such rows. */
export function fileOf(rows: readonly string[][], format: 'CSV' | 'XLSX' = 'CSV'): string {
  return Buffer.from(writeTable([header, ...rows], format)).toString('base64');
}

const selection = `rows households members categories unchanged duplicateCount duplicates { row code otherRow household { code } }
  errorCount errors { row column code message } digest`;

export function inputOf(town: TestTown, content: string, more: Record<string, unknown> = {}) {
  return { town: town.code, fileName: '住户.csv', content, from: '2024-01-01', ...more };
}

export async function preview(
  town: TestTown,
  content: string,
  more: Record<string, unknown> = {},
  client: ApiClient = town.admin,
): Promise<Data> {
  return client.do('previewHouseholdImport', inputOf(town, content, more), selection, 'UPKEEP');
}

/** Looks at what a file would do, and imports it. */
export async function importFile(town: TestTown, content: string, more: Record<string, unknown> = {}): Promise<Data> {
  const { digest } = await preview(town, content, more);
  const input = inputOf(town, content, { ...more, expectedDigest: digest });
  return town.admin.do('importHouseholds', input, selection, 'UPKEEP');
}
