import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

/** Columns of a file that a test writes. */
export const header = [
  '类型',
  '上级',
  '名称',
  '编码',
  '状态',
  '分区',
  '角色',
  '姓名',
  '共建单位',
  '同名序号',
  '开始日期',
];

/** A row of a file: its kind, its parent, and what else it says by column. */
export function line(kind: string, parent: string, cells: Record<string, string> = {}): string[] {
  const all: Record<string, string> = { 类型: kind, 上级: parent, ...cells };
  return header.map((column) => all[column] ?? '');
}

/** A file of rows in CSV. */
export function csv(rows: readonly (readonly string[])[], separator = ','): string {
  return [header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(separator)).join('\r\n');
}

const selection =
  'rows opens additions { row kind name parent perhapsRenamed } teams people members officers unchanged errorCount errors { row column code message } digest';

/** The input of an import of a file. */
export function fileOf(town: TestTown, content: string | Uint8Array, input: Record<string, unknown> = {}) {
  return { town: town.code, fileName: '组织树.csv', content: Buffer.from(content).toString('base64'), ...input };
}

export async function preview(
  town: TestTown,
  content: string | Uint8Array,
  input = {},
  client = town.admin,
): Promise<Data> {
  return client.do('previewTreeImport', fileOf(town, content, input), selection);
}

/** Looks at what a file would do, and imports it. */
export async function importFile(
  town: TestTown,
  content: string | Uint8Array,
  input: { from?: string; documentNumber?: string; reason?: string } = {},
): Promise<Data> {
  const { digest } = await preview(town, content, input.from === undefined ? {} : { from: input.from });
  return town.admin.do('importTree', fileOf(town, content, { ...input, expectedDigest: digest }), selection);
}

/** The town's tree as a file. */
export async function exportFile(
  town: { code: string },
  client: ApiClient,
  format: 'CSV' | 'XLSX' = 'CSV',
  asOf?: string,
): Promise<Buffer> {
  const query =
    'query($code: RegisterCode!, $format: TreeFileFormat!, $asOf: Date) { town(code: $code) { treeFile(format: $format, asOf: $asOf) { fileName contentType content rows } } }';
  const { town: read } = await client.ask(query, { code: town.code, format, asOf });
  return Buffer.from(read.treeFile.content, 'base64');
}

/** The rows of an exported file in CSV whose cells hold no separator, without the headers. */
export function linesOf(file: Buffer): string[] {
  return file.toString('utf8').replace('\uFEFF', '').trim().split('\r\n').slice(1);
}
