/** A file as rows of cells, each with its number as spreadsheets count them, from 1. Blank rows are left out. */
export type Table = { row: number; cells: string[] }[];

/** Forms in which a table is written. */
export const tableFormats = ['CSV', 'XLSX'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** The media types of these forms. */
export const contentTypes: Record<TableFormat, string> = {
  CSV: 'text/csv; charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a file may hold. */
export const limits = {
  /** Bytes of the file as it comes. */
  bytes: 6 * 1024 * 1024,
  /** Bytes that a workbook may have once unpacked. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Parts that a workbook may have. */
  parts: 1000,
  /** Rows, blank ones counted. */
  lines: 200_000,
  columns: 30,
  /** Characters of a cell; what is longer is cut one later, so that it is found to be too long. */
  cell: 2000,
} as const;

/** What a worker is asked; `workbook` says that the file is named as one, `rows` how many it may have with its headers. */
export type TableJob =
  | { read: Uint8Array; workbook: boolean; rows: number }
  | { write: string[][]; format: TableFormat };

/** What there is too much of in a file: bytes, rows, or rows with blank ones counted. */
export type Excess = 'fileTooLarge' | 'fileRows' | 'fileLines';

/** What a worker answers: the file, why one cannot be read and the row where it is one, or the table. */
export type TableAnswer =
  | { table: Table }
  | { bytes: Uint8Array }
  | { fault: Excess }
  | { fault: 'fileUnreadable' | 'fileNoWorkbook' | 'fileEncoding' | 'fileQuoting'; row?: number };

/** What a worker sends: its answer, a table a part at a time. */
export type TableMessage = Exclude<TableAnswer, { table: Table }> | { table: Table; isLast: boolean };
