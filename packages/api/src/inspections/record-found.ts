import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { stepRow } from '../handling/step-row.ts';
import { paragraphs } from '../schema/text.ts';
import type { FindingKind } from './inspection-terms.ts';
import type { InspectionCheckInput, InspectionFindingInput } from './round.input.ts';
import type { CheckSaid } from './round-account.ts';

/** What one check may bring up. */
export const mostFindings = 20;

/** A finding, checked. */
interface Found {
  kind: FindingKind;
  text: string;
  mended: string | null;
}

/**
 * What a check found; nothing has to be said.
 * Errors: BAD_INPUT on `field`.nothingFound where it is not said, or said beside findings, on `field`.findings for too many, and on
 * `field`.findings.N.
 */
export function readFindings({ findings, nothingFound }: InspectionCheckInput, field: string): Found[] {
  const all = findings ?? [];
  if ((all.length === 0) !== (nothingFound ?? false)) throw badInput(`${field}.nothingFound`, 'nothingOrFindings');
  if (all.length > mostFindings) throw badInput(`${field}.findings`, 'tooMany', { most: mostFindings });
  return all.map((each, index) => readFinding(each, `${field}.findings.${index}`));
}

/** A finding that an input tells. Errors: BAD_INPUT on `field`.text or `field`.mended. */
export function readFinding({ kind, text, mended }: InspectionFindingInput, field: string): Found {
  return {
    kind,
    text: paragraphs(text, `${field}.text`),
    mended: mended == null ? null : paragraphs(mended, `${field}.mended`),
  };
}

/** Records what was found at checks on a day, after so many that each has. Two statements. Returns the ids in the town. */
export async function recordFindings(
  desk: Desk,
  actor: Actor,
  on: string,
  checks: readonly (Pick<CheckSaid, 'id' | 'block'> & { found: readonly Found[]; known: number })[],
): Promise<string[]> {
  const all = checks.flatMap(({ id: check_id, block, found, known }) =>
    found.map((each, index) => ({ ...each, id: newId(), check_id, block, position: known + index + 1 })),
  );
  if (all.length === 0) return [];
  const rows = all.map(({ id, check_id, block, position, kind, mended }) => ({
    ...{ town_id: desk.town, id, check_id, position, kind, request_id: null },
    ...(mended === null
      ? { state: 'OPEN' as const, mended: false, version: 1 }
      : { state: 'MENDED' as const, mended: true, version: 2 }),
    ...{ inspected_on: on, block_id: block, withdrawn: false },
  }));
  await desk.db.insertInto('inspection_finding').values(rows).execute();
  const events = all.flatMap(({ id, kind, text, mended }) => {
    const more = { finding_id: id, happened_on: on, kind, request_id: null };
    const recorded = { ...stepRow(desk, actor, 'RECORD', { version: 1, state: 'OPEN' }, text), ...more };
    if (mended === null) return [recorded];
    return [recorded, { ...stepRow(desk, actor, 'MEND', { version: 2, state: 'MENDED' }, mended), ...more }];
  });
  await desk.db.insertInto('inspection_finding_event').values(events).execute();
  return all.map(({ id }) => id);
}
