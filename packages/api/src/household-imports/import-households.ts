import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { reachesTown, requireIn } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { householdsById } from '../households/find-household.ts';
import type { DuplicateHandling } from '../imports/duplicates.ts';
import { type Handlings, requireDecided } from '../imports/handlings.ts';
import { errorsTold, requireShown, told } from '../imports/shown.ts';
import type { Table } from '../imports/table.ts';
import type { SentFile } from '../imports/with-table.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { headers } from './columns.ts';
import type { HouseholdImportPayload, ImportHouseholdsInput } from './household-import.type.ts';
import { type HouseholdPlan, planHouseholds } from './plan-households.ts';
import { type ReadHouseholds, readHouseholds } from './read-households.ts';
import { writeHouseholds } from './write-households.ts';

/** The class of the advisory locks by which a town has one import at a time; used by nothing else. */
const importLock = 4_117_313;

/** What is imported, and what becomes of duplicates. */
export interface HouseholdFile extends SentFile {
  handlings: Handlings<DuplicateHandling>;
}

/** What importing a file of households would do. Writes nothing. Errors: see `readFor`. */
export async function previewHouseholds(
  ctx: Context,
  desk: Desk,
  { townName, table, day, handlings }: HouseholdFile,
): Promise<HouseholdImportPayload> {
  if (!reachesTown(ctx.signedIn, 'household:import', desk.town)) throw notFound('input.town');
  const read = await readFor(desk, ctx.signedIn, table);
  return shown(ctx, desk, await planHouseholds(desk, townName, read, day, handlings));
}

/**
 * Imports a file of households: everything that its rows say, or, where one of them is at fault, nothing.
 * Errors: FORBIDDEN as `readFor`; BAD_INPUT on input.content where a row is at fault, which the message names, on input.choices.N.row where that row
 * is no duplicate; CONFLICT on input.expectedDigest where the file would not do any more what was shown, on input.duplicates
 * where rows may describe people of other households and these are refused.
 */
export async function importHouseholds(
  ctx: Context,
  desk: Desk,
  input: ImportHouseholdsInput,
  { townName, table, day, handlings }: HouseholdFile,
): Promise<HouseholdImportPayload> {
  if (!reachesTown(ctx.signedIn, 'household:import', desk.town)) throw notFound('input.town');
  const read = await readFor(desk, ctx.signedIn, table);
  // The tree stays as it is, and visits go on being recorded; only another import waits.
  await holdTree(desk);
  await sql`select pg_advisory_xact_lock(${importLock}, ${desk.town})`.execute(desk.db);
  const plan = await planHouseholds(desk, townName, read, day, handlings);
  // Before what is said about duplicates: only a look at them, which is noted, gives the digest.
  requireShown(plan, input.expectedDigest, ctx.language);
  requireDecided(plan.duplicates, handlings);
  await writeHouseholds(desk, ctx.signedIn, plan);
  return shown(ctx, desk, plan);
}

/**
 * Reads a file of households for who may read what it is held against. How many it adds, whom it finds and what it is refused for tell what is there,
 * so that who may not read that could ask for anybody by a file. Errors: FORBIDDEN; those of `readHouseholds`.
 */
async function readFor(desk: Desk, actor: Actor, table: Table): Promise<ReadHouseholds> {
  const read = await readHouseholds(desk, table);
  const categorizes = read.households.some(({ categories }) => categories.length > 0);
  requireIn(actor, desk.town, ['household:read', 'resident:read', ...(categorizes ? ['category:read' as const] : [])]);
  return read;
}

/** Whom the file was found to know already has been looked at, and if it was nobody, that was looked for. */
async function shown(ctx: Context, desk: Desk, plan: HouseholdPlan): Promise<HouseholdImportPayload> {
  const { households, rows, unchanged, duplicates, errors, digest } = plan;
  const known = duplicates.flatMap((duplicate) => duplicate.known?.auditKey ?? []);
  ctx.personalReadings.add(desk.town, 'Resident.name', [...known, ...unchanged]);
  const townId = desk.town;
  const first = duplicates.slice(0, told);
  const ofTown = await Promise.all(
    first.map(({ known }) => known && desk.load(householdsById, { townId, uuid: known.household })),
  );
  return {
    rows,
    households: households.filter(({ block }) => block !== null).length,
    members: households.reduce((sum, { members }) => sum + members.length, 0),
    categories: households.reduce((sum, { categories }) => sum + categories.length, 0),
    unchanged: unchanged.length,
    duplicateCount: duplicates.length,
    duplicates: first.map(({ row, code, otherRow }, index) => ({
      row,
      code,
      otherRow,
      household: ofTown[index] ?? null,
    })),
    ...errorsTold(errors, headers, ctx.language),
    digest,
  };
}
