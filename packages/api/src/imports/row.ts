import type { UnitKind } from '../towns/unit-kind.ts';
import type { Column, PostTitle, TeamRole } from './columns.ts';
import type { Segment } from './path.ts';
import type { CellError } from './row-cells.ts';

interface Placed {
  /** Its number in the file, as spreadsheets count rows. */
  row: number;
  parent: Segment[];
  /** The parent as the file writes it. */
  path: string;
  /** The first day; null where the file leaves it to the import. */
  from: string | null;
}

/** A row that describes a unit. */
export interface UnitRow extends Placed {
  kind: Exclude<UnitKind, 'TOWN'>;
  name: string;
  code: string | null;
  status: 'ACTIVE' | 'PREPARATORY' | null;
  overlay: string | null;
}

/** A row that describes a team of a block. */
export interface TeamRow extends Placed {
  kind: 'TEAM';
  name: string;
}

/** A row that describes a post at a unit. */
export interface OfficerRow extends Placed {
  kind: 'OFFICER';
  title: PostTitle;
  person: string;
  namesake: number | null;
}

/** A row that describes a membership of a team. */
export interface MemberRow extends Placed {
  kind: 'MEMBER';
  role: TeamRole;
  /** The name of the person, or of the partner organisation where the role is PARTNER. */
  person: string;
  namesake: number | null;
}

export type Row = UnitRow | TeamRow | OfficerRow | MemberRow;

/** What is wrong with a row, and in which column. */
export type RowError = CellError<Column>;

/** The rows of a file that can be read, and what is wrong with the others. */
export interface ReadRows {
  rows: Row[];
  errors: RowError[];
  /** How many rows cannot be read. */
  faulty: number;
  /** Rows that cannot be read but whose place can: by the key of their path, for what hangs on them. */
  unread: Map<string, number>;
}

/** Whether a row describes a unit. */
export function isUnit(row: Row): row is UnitRow {
  return row.kind !== 'TEAM' && row.kind !== 'OFFICER' && row.kind !== 'MEMBER';
}
