import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { versionRow } from '../db/revise.ts';
import { badInput, conflict } from '../errors.ts';
import { halfWidth, oneLine } from '../schema/text.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getBlockFor, householdOf } from './find-household.ts';
import type { RegisterHouseholdsInput } from './household.input.ts';
import type { HouseholdType } from './household.type.ts';

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
  const codes = input.codes.map((code, index) => halfWidth(oneLine(code, `input.codes.${index}`, 40)));
  const twice = codes.findIndex((code, index) => codes.indexOf(code) < index);
  if (twice >= 0) throw badInput(`input.codes.${twice}`, 'listedTwice');
  const taken = await desk.db
    .selectFrom('household')
    .select('code')
    .where('town_id', '=', desk.town)
    .where('code', 'in', codes)
    .execute();
  const [known] = taken;
  if (known) throw conflict('codeTaken', `input.codes.${codes.indexOf(known.code ?? '')}`);
  const rows = codes.map((code) => ({
    town_id: desk.town,
    id: randomUUIDv7(),
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
