import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { versionRow } from '../db/revise.ts';
import { badInput, conflict } from '../errors.ts';
import { halfWidth, oneLine } from '../schema/text.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getBlockFor, householdOf } from './find-household.ts';
import type { RegisterHouseholdsInput } from './household.input.ts';
import type { HouseholdType } from './household.type.ts';
import { recordEvents } from './household-events.ts';

/** Households that one mutation may register. */
const most = 1000;

/**
 * Registers households in a geographic block from a day on.
 * Errors: those of getBlockFor; BAD_INPUT on input.codes, or on input.codes.N for the one at fault; CONFLICT there where
 * the town uses the number already.
 */
export async function registerHouseholds(
  desk: Desk,
  actor: Actor,
  input: RegisterHouseholdsInput,
  from: string,
): Promise<HouseholdType[]> {
  await lockTree(desk);
  const { block } = await getBlockFor(desk, actor, input.block, from, 'geographic');
  if (input.codes.length === 0 || input.codes.length > most) throw badInput('input.codes', 'between', { most });
  const codes = await freeCodes(desk, input.codes, (index) => `input.codes.${index}`);
  const households = await insertHouseholds(desk, codes, block, from);
  await recordEvents(
    desk,
    actor,
    households.map(({ uuid }) => ({ household: uuid, kind: 'REGISTERED', day: from })),
  );
  return households;
}

/** Numbers that no household of the town has yet. Errors: BAD_INPUT on the field of the one at fault; CONFLICT there. */
export async function freeCodes(
  desk: Desk,
  given: readonly string[],
  fieldOf: (index: number) => string,
): Promise<string[]> {
  const codes = given.map((code, index) => halfWidth(oneLine(code, fieldOf(index), 40)));
  const twice = codes.findIndex((code, index) => codes.indexOf(code) < index);
  if (twice >= 0) throw badInput(fieldOf(twice), 'listedTwice');
  const known = await desk.db
    .selectFrom('household')
    .select('code')
    .where('town_id', '=', desk.town)
    .where('code', 'in', codes)
    .executeTakeFirst();
  if (known) throw conflict('codeTaken', fieldOf(codes.indexOf(known.code ?? '')));
  return codes;
}

/** Adds households with these numbers in a block from a day on. Two statements. */
export async function insertHouseholds(
  desk: Desk,
  codes: readonly string[],
  block: string,
  from: string,
): Promise<HouseholdType[]> {
  const rows = codes.map((code) => ({
    town_id: desk.town,
    id: newId(),
    code,
    valid_from: from,
    valid_to: null,
    version: 1,
  }));
  await desk.db.insertInto('household').values(rows).execute();
  await desk.db
    .insertInto('household_block')
    .values(
      rows.map((row) => ({
        household_id: row.id,
        block_id: block,
        overlay_id: null,
        head_id: null,
        ...versionRow(desk, from, null, null),
      })),
    )
    .execute();
  return rows.map(householdOf);
}
