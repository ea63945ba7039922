import type { Permission } from '../access/permissions.ts';
import type { Context } from '../context.ts';

/**
 * Objects of one type as rows: how PostgreSQL writes each of their fields as JSON, given the name of the row. `owner` is always the
 * row of the list’s object, with `today` beside. What is asked of a field that is not among them is for the resolvers.
 */
export interface Rows {
  /** The type’s name in the schema. */
  type: string;
  fields: Readonly<Record<string, (row: string) => string>>;
  relations?: Readonly<Record<string, Relation>>;
}

/** Objects that belong to another one. */
export interface Relation {
  rows: Rows;
  /** Whether they are a list. */
  many: boolean;
  /**
   * A select of the rows of one owner, in order, given the name of the owner’s row; undefined for arguments that it does not
   * know.
   */
  select(owner: string, args: Readonly<Record<string, unknown>>): string | undefined;
  /** The permission that opens them, asked where the outermost owner stands; without it they are null. */
  permission?: Permission;
  /** Whether there is something about the rows of an owner that only the resolvers can decide: then they decide it all. */
  isInDoubt?(owner: string): string;
}

/**
 * Relations of objects that lists have, each of them a row with `town_id`, `id` and `day`: read with one statement for the whole
 * list, with all that is asked below them. The resolvers of these fields answer the same, one batch after another.
 */
export interface Related<Value extends object> {
  relations: Readonly<Record<string, Relation>>;
  /** Whether an object of a list is one of these. */
  holds(object: object): object is Value;
  /** Its row, and the day on which it is shown. */
  keyOf(value: Value, today: string): RowKey;
  /**
   * What may be seen of all the objects of a list, by permission, as the resolvers would decide it of each of them; undefined
   * where they have to.
   */
  reachOf(context: Context, values: readonly Value[]): Promise<ReachOfAll | undefined>;
}

/** A row of a town, as on a day. */
export interface RowKey {
  id: string;
  day: string;
}

/** What may be seen of objects of one town, of each the same. */
interface ReachOfAll {
  townId: number;
  /** Undefined where it is not the same of all. */
  reaches(permission: Permission): boolean | undefined;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The global id of a row. */
export const globalIdOf =
  (type: string) =>
  (row: string): string =>
    `translate(encode(convert_to(${quoted(`${type}:`)} || ${row}.town_id || ':' || ${row}.id, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;

/** A column as it is: a text, a number, a truth value or a day. */
export const column =
  (name: string) =>
  (row: string): string =>
    `${row}.${name}`;

/** A column with a moment, in UTC. */
export const momentColumn =
  (name: string) =>
  (row: string): string =>
    `to_char(${row}.${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
