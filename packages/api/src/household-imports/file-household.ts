import type { CellError } from '../imports/row-cells.ts';
import type { Column } from './columns.ts';

/** Something that is wrong with a row. */
export type RowError = CellError<Column>;

/** Somebody whom a row of a file describes. */
export interface FileMember {
  row: number;
  name: string;
  head: boolean;
  birthYear: number | null;
  telephone: string | null;
}

/** A household as the rows of its number describe it. What they leave empty is null. */
export interface FileHousehold {
  /** Its first row, as spreadsheets count them. */
  row: number;
  code: string;
  block: { row: number; path: string } | null;
  address: string | null;
  from: string | null;
  members: FileMember[];
  categories: { row: number; name: string; reason: string }[];
}
