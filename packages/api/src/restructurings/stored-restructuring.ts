import { idsOf, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { type Difference, readDifference } from '../enactments/difference.ts';
import { readSteps, type Step } from '../enactments/step.ts';
import type { restructuringOrigins, restructuringStatuses } from './restructuring.entity.ts';

/** A restructuring as it is stored. */
export interface StoredRestructuring {
  townId: number;
  uuid: string;
  status: (typeof restructuringStatuses)[number];
  origin: (typeof restructuringOrigins)[number];
  effectiveOn: string;
  reason: string | null;
  documentNumber: string | null;
  steps: Step[];
  difference: Difference | null;
  basedOn: number;
  treeVersion: number | null;
  voidsUuid: string | null;
  version: number;
  /** The global account; null for what a new edition of the register drew up. */
  draftedBy: string | null;
  draftedAt: Date;
  appliedBy: string | null;
  appliedAt: Date | null;
}

/** What a message calls a restructuring: its day, and its reason where it has one. */
export function titleOf({ effectiveOn, reason }: StoredRestructuring): string {
  return reason === null ? effectiveOn : `${effectiveOn} “${reason}”`;
}

/** Batch of restructurings by id. */
export async function restructuringsById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(StoredRestructuring | undefined)[]> {
  const rows = await selectRestructurings(desk)
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  const stored = rows.map(storedOf);
  return keys.map((key) => stored.find((each) => each.townId === key.townId && each.uuid === key.uuid));
}

/** The query of all that is stored of restructurings, to be narrowed by whoever asks. */
export function selectRestructurings(desk: Desk) {
  return desk.db
    .selectFrom('restructuring')
    .select(['town_id', 'id', 'status', 'origin', 'effective_on', 'reason', 'document_number', 'steps', 'difference'])
    .select([
      'based_on',
      'tree_version',
      'voids_id',
      'version',
      'drafted_by',
      'drafted_at',
      'applied_by',
      'applied_at',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRestructurings>['execute']>>[number];

/** The row that `selectRestructurings` gives, with its steps and its difference read. */
export function storedOf(row: Row): StoredRestructuring {
  return {
    townId: row.town_id,
    uuid: row.id,
    status: row.status,
    origin: row.origin,
    effectiveOn: row.effective_on,
    reason: row.reason,
    documentNumber: row.document_number,
    steps: readSteps(row.steps),
    difference: row.difference === null ? null : readDifference(row.difference),
    basedOn: row.based_on,
    treeVersion: row.tree_version,
    voidsUuid: row.voids_id,
    version: row.version,
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    appliedBy: row.applied_by,
    appliedAt: row.applied_at,
  };
}
