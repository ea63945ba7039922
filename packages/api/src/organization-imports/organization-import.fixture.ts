import type { ApiClient, Data } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import { writeTable } from '../imports/write-table.ts';
import { columns, headers } from './columns.ts';

const header = columns.map((column) => headers[column][0]);

/** A row of a file of organisations, what it says by column. */
export function organization(name: string, unit: string, cells: Record<string, string> = {}): string[] {
  const all: Record<string, string> = { 组织名称: name, 所在单位: unit, 类别: '规模以上非公企业', ...cells };
  return header.map((column) => all[column] ?? '');
}

/** A file of such rows. */
export function fileOf(rows: readonly string[][], format: 'CSV' | 'XLSX' = 'CSV'): string {
  return Buffer.from(writeTable([header, ...rows], format)).toString('base64');
}

const selection = `rows organizations revised unchanged differenceCount
  differences { row from organization { name } facts { column there told } } duplicateCount duplicates { row name otherRow organization { name } }
  errorCount errors { row column code message } digest`;

/** What a file is sent with. */
export function inputOf(town: TestTown, content: string, more: Record<string, unknown> = {}) {
  return { town: town.code, fileName: '组织.csv', content, from: '2024-01-01', ...more };
}

/** What importing a file would do. */
export async function preview(
  town: TestTown,
  content: string,
  more: Record<string, unknown> = {},
  client: ApiClient = town.admin,
): Promise<Data> {
  return client.do('previewOrganizationImport', inputOf(town, content, more), selection);
}

/** Looks at what a file would do, and imports it. */
export async function importFile(town: TestTown, content: string, more: Record<string, unknown> = {}): Promise<Data> {
  const { digest } = await preview(town, content, more);
  const input = inputOf(town, content, { ...more, expectedDigest: digest });
  return town.admin.do('importOrganizations', input, selection);
}

/** A town's organisations as a file, with whom to ask there. */
export async function exportFile(town: TestTown, format: 'CSV' | 'XLSX' = 'CSV', asOf?: string): Promise<string> {
  const query = `query($code: RegisterCode!, $format: TreeFileFormat!, $asOf: Date) @purpose(of: ORGANIZATION) {
    town(code: $code) { organizationFile(format: $format, asOf: $asOf) { content } } }`;
  return (await town.admin.ask(query, { code: town.code, format, asOf })).town.organizationFile.content;
}

/** The cells of a CSV file without quotes, by row. */
export function linesOf(content: string): string[] {
  return Buffer.from(content, 'base64').toString('utf8').replace('\uFEFF', '').trim().split('\r\n');
}

/** A town with two units of known names. */
export async function townOf(platform: TestPlatform, east = '东园', west = '西园') {
  const town = await platform.newTown();
  const open = (name: string) => town.openUnit({ kind: 'COMMUNITY', parent: undefined, name, from: '2023-01-01' });
  return { town, east: await open(east), west: await open(west) };
}

const list = `query($code: RegisterCode!, $asOf: Date) @purpose(of: CHECK) { town(code: $code) { organizations(asOf: $asOf) { nodes {
  name unit { name } kind { name } industry { name } creditCode size partyMembers owner contact telephone validFrom } } } }`;

/** A town's organisations on a day, with whom to ask there. */
export async function seen({ admin, code }: TestTown, asOf?: string): Promise<Data[]> {
  return (await admin.ask(list, { code, asOf })).town.organizations.nodes;
}

/** What is wrong with a file: the row, the column and the code of each error. */
export const faults = ({ errors }: Data) => errors.map(({ row, column, code }: Data) => [row, column, code]);
