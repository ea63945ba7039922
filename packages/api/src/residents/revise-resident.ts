import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { threeWay } from '../db/three-way.ts';
import { conflict } from '../errors.ts';
import { changesSince, recordEvents, visitOf } from '../households/household-events.ts';
import { changedMeanwhile, valuesBefore } from '../households/recorded-fields.ts';
import { dayOf } from '../today.ts';
import type { ReviseResidentInput } from './resident.input.ts';
import type { ResidentType } from './resident.type.ts';
import { residentOf } from './resident-rows.ts';
import { readValues } from './resident-values.ts';
import { takeResident } from './take-resident.ts';

/**
 * Corrects what is known of a resident. What others changed since `expectedVersion` is kept where it is not at odds.
 * Errors: NOT_FOUND on input.resident or input.visit; BAD_INPUT on the field at fault; CONFLICT on input.expectedVersion
 * with both values of each field at odds.
 */
export async function reviseResident(
  desk: Desk,
  ctx: Pick<Context, 'signedIn' | 'personalReadings'>,
  input: ReviseResidentInput,
): Promise<ResidentType> {
  const { resident, last } = await takeResident(desk, ctx.signedIn, input.resident);
  const { uuid, auditKey, version, name, birthYear, telephone } = resident;
  const household = last.state.household_id;
  const visit = await visitOf(desk, household, input.visit);
  const yours = readValues(desk, input);
  const expected = input.expectedVersion ?? version;
  if (expected > version || expected < 1) throw conflict('versionConflict', 'input.expectedVersion');
  const current = { NAME: name, BIRTH_YEAR: birthYear, TELEPHONE: telephone };
  const since = expected < version ? await changesSince(desk, { resident: uuid }, expected) : [];
  const fields = ['NAME', 'BIRTH_YEAR', 'TELEPHONE'] as const;
  const { change: changes, atOdds } = threeWay(fields, yours, valuesBefore(current, since), current);
  if (atOdds.length > 0) throw changedMeanwhile(ctx, desk.town, auditKey, atOdds);
  if (changes.length === 0) return residentOf(resident);
  const next = { ...current, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) };
  await desk.db
    .updateTable('resident')
    .set({ name: next.NAME, birth_year: next.BIRTH_YEAR, telephone: next.TELEPHONE, version: version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  const event = { household, kind: 'RESIDENT_REVISED', day: dayOf(desk.now), resident: uuid, visit } as const;
  await recordEvents(desk, ctx.signedIn, [{ ...event, version: version + 1, changes }]);
  return residentOf({ ...resident, version: version + 1 });
}
