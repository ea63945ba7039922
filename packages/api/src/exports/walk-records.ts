import type { GraphQLError } from 'graphql';
import { CompiledOperations } from '../compiled/compiled-operation.ts';
import { Tally } from '../compiled/tally.ts';
import { writeAnswer } from '../compiled/written.ts';
import type { Desk } from '../db/door.ts';
import { Refusal } from '../errors.ts';
import { findNode } from '../find-node.ts';
import { ahead } from '../related/ahead.ts';
import { globalId } from '../schema/global-id.ts';
import type { NodeType } from '../schema/node.type.ts';
import type { ExportContext } from './export-context.ts';
import { ExportFault } from './export-fault.ts';
import type { AskedOfRecords } from './read-fragments.ts';
import { type RecordTypeName, recordTypes } from './record-types.ts';

/** Records that are read and answered at once. */
const atOnce = 50;

/** A record that is there: its key, its global id, what resolvers are asked of, and what it answers, as JSON. */
export interface WalkedRecord {
  key: string;
  id: string;
  node: NodeType;
  text: string;
}

/** An export’s tally: a list of a record holds what it holds. */
class RecordsTally extends Tally {
  override hold(): void {}
}

/** Answers what is asked of records, as operations are answered. */
export class Records {
  readonly #ctx: ExportContext;
  readonly #asked: AskedOfRecords;
  readonly #operations: CompiledOperations;
  readonly tally = new RecordsTally();

  constructor(ctx: ExportContext, asked: AskedOfRecords) {
    this.#ctx = ctx;
    this.#asked = asked;
    this.#operations = new CompiledOperations(asked.schema, ahead);
  }

  /** All records of a type that are within reach, some at once, in the order of their keys. Errors: ExportFault where one cannot be answered. */
  async *walk(desk: Desk, type: RecordTypeName): AsyncGenerator<WalkedRecord[]> {
    const { table } = recordTypes[type];
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const statement = `select id from ${table} where town_id = $1 and id > $2 order by id limit ${atOnce}`;
      const rows = await desk.run<{ id: string }>(statement, [desk.town, last]);
      if (rows.length === 0) return;
      last = rows.at(-1)?.id ?? last;
      const found = await Promise.all(rows.map(({ id }) => this.#find(type, desk.town, id)));
      const there = found.filter((each) => each !== undefined);
      const texts = await this.answer(
        type,
        there.map(({ node }) => node),
      );
      yield there.map((each, index) => ({ ...each, text: texts[index] ?? 'null' }));
      // What was loaded of these is asked for no more.
      this.#ctx.forget();
    }
  }

  /** What records answer, each as JSON. */
  async answer(type: RecordTypeName, nodes: readonly NodeType[]): Promise<string[]> {
    if (nodes.length === 0) return [];
    const operation = this.#operations.find(this.#asked.document, type);
    const result = await operation?.run(this.#ctx, {}, { tallies: { of: () => this.tally }, event: { [type]: nodes } });
    const [error] = result?.errors ?? [];
    if (error) throw faultOf(error);
    const answered: unknown = result?.data?.[type];
    if (!Array.isArray(answered)) throw new Error(`Nothing was answered of ${type}`);
    return answered.map((each) => writeAnswer(each).trimEnd());
  }

  /** A record as `node` finds it; undefined where it is not within reach. */
  async #find(type: RecordTypeName, townId: number, key: string) {
    const id = globalId(type, townId, key);
    try {
      const node = await findNode(this.#ctx, id);
      return node && { key, id, node };
    } catch (thrown) {
      if (thrown instanceof Refusal && thrown.code === 'NOT_FOUND') return undefined;
      throw thrown;
    }
  }
}

/** What went wrong: a refusal that would be the same again, or else a fault of the platform. */
function faultOf({ originalError, path, message }: GraphQLError): Error {
  const fields = (path ?? []).filter((each) => typeof each === 'string').join('.');
  if (originalError instanceof Refusal) return new ExportFault(originalError.code, fields);
  return new Error(`${fields}: ${message}`, { cause: originalError });
}
