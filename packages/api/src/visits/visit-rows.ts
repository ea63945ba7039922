import type { Desk } from '../db/door.ts';
import type { Row } from '../db/insertion.ts';
import { newId } from '../db/new-id.ts';
import type { VisitAccount } from './visit-account.ts';

/** Rows of one version of a visit. */
export interface VersionRows {
  version: Row<'visit_version'>;
  visitors: Row<'visit_visitor'>[];
}

/** A new visit's rows: itself, and its first version. */
export interface VisitRows extends VersionRows {
  visit: Row<'visit'>;
}

/** A visit that is to be written: where it belongs, who says so, and what they say. */
export interface NewVisit extends VisitAccount {
  id: string;
  household: string;
  block: string;
  notedAt: Date;
  recordedAt: Date;
  /** Null for what no account recorded. */
  recordedBy: string | null;
  sentHash: string | null;
  /** The account that wrote its words. */
  writtenBy: string | null;
}

/** The rows of a new visit in the desk's town. Its key is its own; those of the others are made here. */
export function rowsOfVisit(desk: Desk, visit: NewVisit): VisitRows {
  const { id, household, block, notedAt, recordedAt, recordedBy, sentHash, writtenBy, ...account } = visit;
  return {
    visit: {
      ...{ town_id: desk.town, id, household_id: household, block_id: block },
      ...{ visited_on: account.visitedOn, way: account.way, noted_at: notedAt },
      ...{ recorded_at: recordedAt, recorded_by: recordedBy, sent_hash: sentHash },
      ...{ withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null },
      ...{ record_faults: [], again: false, version: 1 },
    },
    ...rowsOfVersion(desk, writtenBy, id, 1, account, null),
  };
}

/** The rows of what an account says of a visit as a version of it: `number` 1 is the first. */
export function rowsOfVersion(
  desk: Desk,
  writtenBy: string | null,
  visit: string,
  number: number,
  { visitors, visitedOn, way, situation, demand, service, outcome }: VisitAccount,
  reason: string | null,
): VersionRows {
  const id = newId();
  return {
    version: {
      ...{ town_id: desk.town, id, visit_id: visit, number, visited_on: visitedOn, way },
      ...{ situation, demand, service, outcome, reason, written_at: desk.now, written_by: writtenBy },
    },
    visitors: visitors.map((person) => ({
      ...{ town_id: desk.town, id: newId(), version_id: id, person_id: person },
    })),
  };
}
