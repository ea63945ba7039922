import type { PersonalField } from '../access/personal-fields.ts';
import { type Reading, shown } from '../audit/personal.ts';
import type { AtOdds, Values } from '../db/three-way.ts';
import { Refusal } from '../errors.ts';
import { type RecordedChange, recordedFields } from './household-event.entity.ts';

/** A value that the record of households tells changes of. */
export type RecordedField = (typeof recordedFields)[number];

/** For each, the field of the input that changes it, and the field of the schema that reads it. */
export const recorded: Record<RecordedField, { input: string; personal: PersonalField }> = {
  NAME: { input: 'name', personal: 'Resident.name' },
  BIRTH_YEAR: { input: 'birthYear', personal: 'Resident.birthYear' },
  TELEPHONE: { input: 'telephone', personal: 'Resident.telephone' },
  ADDRESS: { input: 'address', personal: 'Household.address' },
};

/** What fields held before changes that were made since, the latest first. */
export function valuesBefore(
  current: Values<RecordedField>,
  since: readonly { changes: readonly RecordedChange[] }[],
): Values<RecordedField> {
  const before: Partial<Record<RecordedField, string | number | null>> = { ...current };
  for (const { changes } of since) for (const change of changes) before[change.field] = change.before;
  return before;
}

/** All that something new holds, as changes from nothing. */
export function firstValues(values: Values<RecordedField>): RecordedChange[] {
  return recordedFields.flatMap((field) => {
    const after = values[field] ?? null;
    return after === null ? [] : [{ field, before: null, after }];
  });
}

/** The refusal of a change of what others changed meanwhile, with both values of each field at odds. */
export function changedMeanwhile(
  ctx: Reading,
  townId: number,
  subject: string,
  atOdds: readonly AtOdds<RecordedField>[],
): Refusal {
  const conflicts = atOdds.map(({ field, yours, theirs }) => ({
    field: `input.${recorded[field].input}`,
    yours,
    theirs: shown(ctx, townId, { subject, field: recorded[field].personal }, theirs),
  }));
  return new Refusal('CONFLICT', 'versionConflict', { field: 'input.expectedVersion', conflicts });
}
