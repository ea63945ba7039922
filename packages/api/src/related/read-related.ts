import type { Requirement } from '../access/permissions.ts';
import { holds } from '../access/reach.ts';
import type { Executable, Field, Known, ReadAhead } from '../compiled/planning.ts';
import type { Run } from '../compiled/run.ts';
import { Written } from '../compiled/written.ts';
import { Context } from '../context.ts';
import type { Batch } from '../db/door.ts';
import type { Related, Relation, RowKey } from './relations.ts';
import { tallyWritten } from './tally-written.ts';
import { type WrittenRelation, writeRelation } from './write-rows.ts';

/**
 * Reads what is asked of the relations of a list's objects with one statement, as JSON that goes into the answer as it is. Leaves to
 * the resolvers what they have to decide.
 */
export function aheadOf<Value extends object>(related: Related<Value>): ReadAhead {
  return (run, plan, objects) => {
    const { context } = run;
    if (objects.length === 0 || !(context instanceof Context) || !context.actor) return undefined;
    const asked = writtenRelations(run, plan, related.relations).filter(([, { requirements }]) =>
      requirements.every((each) => mayUse(context, each)),
    );
    const values = objects.filter((each) => related.holds(each));
    if (asked.length === 0 || values.length < objects.length) return undefined;
    return read({ run, context }, related, asked, values);
  };
}

type WrittenField = readonly [Field, WrittenRelation];
type Row = Record<string, string | boolean | null>;

async function read<Value extends object>(
  { run, context }: { run: Run; context: Context },
  related: Related<Value>,
  asked: readonly WrittenField[],
  values: readonly Value[],
): Promise<readonly Known[] | undefined> {
  const reach = await related.reachOf(context, values);
  if (!reach) return undefined;
  const { townId } = reach;
  const judged = asked.map((each) => ({
    each,
    open: each[1].permission === undefined || reach.reaches(each[1].permission),
  }));
  const unseen = judged.filter(({ open }) => open === false).map(({ each: [field] }) => [field, null] as const);
  const seen = judged.filter(({ open }) => open === true).map(({ each }) => each);
  if (seen.length === 0) return values.map(() => new Map(unseen));
  const desk = await context.readTown(townId);
  // Above the towns the tables of these relations are closed.
  if (desk.seat.role !== 'app_town') return undefined;
  const batch = batchOf(run, statementOf(seen.map(([, relation]) => relation)), context.today);
  const rows = await Promise.all(values.map((value) => desk.load(batch, related.keyOf(value, context.today))));
  if (rows.some(({ doubt }) => doubt === true)) return undefined;
  return rows.map((row) => {
    const known = seen.flatMap(([field], position): (readonly [Field, Written | null])[] => {
      const text = row[`r${position}`];
      if (typeof text !== 'string') return [[field, null]];
      // What is more than was priced is for the resolver, which is refused it.
      return tallyWritten(run, field, text) ? [[field, new Written(text)]] : [];
    });
    return new Map<Field, unknown>([...unseen, ...known]);
  });
}

/** The batches of one run, by their statements: lists in lists are read together. */
const batches = new WeakMap<Run, Map<string, Batch<RowKey, Row>>>();

function batchOf(run: Run, statement: string, today: string): Batch<RowKey, Row> {
  const known = batches.get(run) ?? new Map<string, Batch<RowKey, Row>>();
  batches.set(run, known);
  const batch: Batch<RowKey, Row> =
    known.get(statement) ??
    ((desk, keys) => desk.run(statement, [desk.town, keys.map(({ id }) => id), keys.map(({ day }) => day), today]));
  known.set(statement, batch);
  return batch;
}

function writtenRelations(
  run: Run,
  { fields }: Executable,
  relations: Readonly<Record<string, Relation>>,
): WrittenField[] {
  return fields.flatMap((field) => {
    const relation = relations[field.fieldName];
    const written = relation && attempt(() => writeRelation(run, relation, field, 'owner'));
    return written ? [[field, written] as const] : [];
  });
}

/** Arguments that do not fit are told where the resolver is asked. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function mayUse({ actor }: Context, requirement: Requirement): boolean {
  return (
    actor !== undefined &&
    (requirement === 'anyone' || requirement === 'signed-in' || (requirement !== 'person' && holds(actor, requirement)))
  );
}

function statementOf(relations: readonly WrittenRelation[]): string {
  const doubts = relations.flatMap(({ doubts }) => doubts);
  const columns = relations.map(({ sql }, position) => `${sql}::text as r${position}`);
  if (doubts.length > 0) columns.push(`(${doubts.join(' or ')}) as doubt`);
  return `select ${columns.join(', ')}
    from (select $1::bigint as town_id, id, day, $4::date as today, position
      from unnest($2::uuid[], $3::date[]) with ordinality as asked(id, day, position)) owner
    order by owner.position`;
}
