import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { stepRow } from '../handling/step-row.ts';
import type { FindingRow } from './finding-rows.ts';
import type { FindingState, FindingStep } from './finding-states.ts';

/** What a finding is after a step. */
export interface FindingAfter {
  id: string;
  version: number;
  state: FindingState;
  request_id: string | null;
  party_id: string | null;
}

/** What a step makes of a finding, and what was written with it. */
export interface StepBrought {
  step: FindingStep;
  after?: Partial<Pick<FindingRow, 'state' | 'request_id' | 'party_id'>>;
  text?: string | undefined;
  place?: string | null;
}

/** Writes the event of a step, with what the finding was after it. One statement. */
export async function writeFindingEvent(
  desk: Desk,
  actor: Pick<Actor, 'accountId'>,
  after: FindingAfter,
  step: FindingStep,
  on: string,
  { text, place }: Pick<StepBrought, 'text' | 'place'>,
): Promise<void> {
  await desk.db
    .insertInto('patrol_finding_event')
    .values({
      ...stepRow(desk, actor, step, after, text),
      ...{ finding_id: after.id, happened_on: on, place: place ?? null, party_id: after.party_id },
      // The request is named by the step that raised it alone: naming it again would hold it, while a step of the request waits
      // for the finding.
      request_id: step === 'RAISE' ? after.request_id : null,
    })
    .execute();
}

/** Writes which photographs a step was recorded with; those of the desk's town, by their ids there. */
export async function showWithPhotos(
  desk: Desk,
  { id, version }: Pick<FindingAfter, 'id' | 'version'>,
  photos: readonly string[],
): Promise<void> {
  if (photos.length === 0) return;
  const rows = photos.map((photo_id) => ({
    town_id: desk.town,
    id: newId(),
    finding_id: id,
    seq: version,
    photo_id,
  }));
  await desk.db.insertInto('patrol_photo').values(rows).execute();
}
