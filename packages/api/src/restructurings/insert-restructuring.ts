import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Difference } from '../enactments/difference.ts';
import type { Step } from '../enactments/step.ts';
import type { restructuringOrigins } from './restructuring.entity.ts';

/** What a restructuring is to do, when and why. */
export interface RestructuringPlan {
  steps: readonly Step[];
  effectiveOn: string;
  origin: (typeof restructuringOrigins)[number];
  reason: string | null;
  documentNumber: string | null;
}

interface Making {
  /** The version of the tree that the tree's lock gave. */
  treeVersion: number;
  /** The global account; null where nobody does it. */
  by: string | null;
  /** What applying it changes; null for a draft. */
  difference: Difference | null;
  /** The restructuring that it undoes. */
  voids?: string;
}

/** Writes a new restructuring of the desk's town, a draft or one that is applied. Returns its id. */
export async function insertRestructuring(
  desk: Desk,
  { steps, effectiveOn, origin, reason, documentNumber }: RestructuringPlan,
  { treeVersion, by, difference, voids }: Making,
): Promise<string> {
  const id = newId();
  const applied = difference !== null;
  await desk.db
    .insertInto('restructuring')
    .values({
      town_id: desk.town,
      id,
      status: applied ? 'APPLIED' : 'DRAFT',
      origin,
      effective_on: effectiveOn,
      reason,
      document_number: documentNumber,
      steps: JSON.stringify(steps),
      difference: applied ? JSON.stringify(difference) : null,
      based_on: treeVersion,
      tree_version: applied ? treeVersion : null,
      voids_id: voids ?? null,
      version: 1,
      drafted_by: by,
      drafted_at: desk.now,
      applied_by: applied ? by : null,
      applied_at: applied ? desk.now : null,
    })
    .execute();
  return id;
}
