import { contentTypes, type TableFormat } from './table.ts';
import { writeFile } from './table-worker.ts';

/** A file to save, in base64, with how many rows it has beside its headers. */
export interface NamedFile {
  fileName: string;
  contentType: string;
  content: string;
  rows: number;
}

/** Writes lines under the first header of each column as a file of a name. */
export async function fileNamed<Column extends string>(
  name: string,
  headers: Record<Column, readonly string[]>,
  lines: readonly Partial<Record<Column, string>>[],
  format: TableFormat,
): Promise<NamedFile> {
  const columns = Object.keys(headers) as Column[];
  const rows = lines.map((line) => columns.map((column) => line[column] ?? ''));
  const content = await writeFile([columns.map((column) => headers[column][0] ?? column), ...rows], format);
  return {
    fileName: `${name}.${format.toLowerCase()}`,
    contentType: contentTypes[format],
    content: content.toString('base64'),
    rows: rows.length,
  };
}
