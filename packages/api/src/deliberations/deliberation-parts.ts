import { sql } from 'kysely';
import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { Tally } from './decide-by-rule.ts';
import type { DeliberationEventType, DeliberationMeetingType } from './deliberation.type.ts';

/** The votes of a deliberation that hold, and what is missing of them. */
export interface Counted extends Tally {
  withoutReason: number;
  objections: number;
  unanswered: number;
}

const nothing: Counted = {
  ...{ voters: 0, inFavour: 0, against: 0, abstained: 0, withoutReason: 0, objections: 0, unanswered: 0 },
};

/** Batch of how many may vote in deliberations, how they voted, and what is missing. One statement. */
export async function countsOf(desk: Desk, keys: readonly TownKey[]): Promise<Counted[]> {
  const held = sql<number>`count(v.id) filter (where v.choice = 'AGAINST' and o.objections is null)`;
  const rows = await desk.db
    .selectFrom('deliberation_voter as e')
    .leftJoin('deliberation_vote as v', (join) =>
      join.onRef('v.town_id', '=', 'e.town_id').onRef('v.voter_id', '=', 'e.id').on('v.withdrawn_at', 'is', null),
    )
    .leftJoin(
      (from) =>
        from
          .selectFrom('deliberation_objection')
          .select(['town_id', 'vote_id', ({ fn }) => fn.countAll<number>().as('objections')])
          .select(sql<number>`count(*) filter (where not answered)`.as('unanswered'))
          .where('town_id', 'in', townsOf(keys))
          .where('deliberation_id', 'in', idsOf(keys))
          .where('withdrawn', '=', false)
          .groupBy(['town_id', 'vote_id'])
          .as('o'),
      (join) => join.onRef('o.town_id', '=', 'v.town_id').onRef('o.vote_id', '=', 'v.id'),
    )
    .select(['e.town_id', 'e.deliberation_id', ({ fn }) => fn.countAll<number>().as('voters')])
    .select([
      sql<number>`count(*) filter (where v.choice = 'FOR')`.as('inFavour'),
      sql<number>`count(*) filter (where v.choice = 'AGAINST')`.as('against'),
      sql<number>`count(*) filter (where v.choice = 'ABSTAINED')`.as('abstained'),
      held.as('withoutReason'),
      sql<number>`coalesce(sum(o.objections), 0)::int`.as('objections'),
      sql<number>`coalesce(sum(o.unanswered), 0)::int`.as('unanswered'),
    ])
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.deliberation_id', 'in', idsOf(keys))
    .groupBy(['e.town_id', 'e.deliberation_id'])
    .execute();
  return paired(keys, rows, 'deliberation_id', ({ town_id: _, deliberation_id: __, ...counted }) => counted).map(
    (counted) => counted ?? nothing,
  );
}

/** Batch of the requests that led to deliberations, by their ids in the town. One statement. */
export async function requestsOfDeliberations(desk: Desk, keys: readonly TownKey[]): Promise<string[][]> {
  const rows = await desk.db
    .selectFrom('deliberation_request')
    .select(['town_id', 'deliberation_id', 'request_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('deliberation_id', 'in', idsOf(keys))
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'deliberation_id', (row) => row.request_id);
}

/** Batch of the deliberations to which requests led, by their ids in the town, the first one first. One statement. */
export async function deliberationsOfRequests(desk: Desk, keys: readonly TownKey[]): Promise<string[][]> {
  const rows = await desk.db
    .selectFrom('deliberation_request')
    .select(['town_id', 'deliberation_id', 'request_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('request_id', 'in', idsOf(keys))
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'request_id', (row) => row.deliberation_id);
}

/** Batch of the meetings about deliberations, the first one first, with the requests to which their minutes were given. Two statements. */
export async function meetingsOf(desk: Desk, keys: readonly TownKey[]): Promise<DeliberationMeetingType[][]> {
  const rows = await desk.db
    .selectFrom('deliberation_meeting')
    .select(['town_id', 'id', 'deliberation_id', 'kind', 'held_on', 'place', 'present', 'minutes'])
    .select(['recorded_at', 'recorded_by'])
    .where('town_id', 'in', townsOf(keys))
    .where('deliberation_id', 'in', idsOf(keys))
    .orderBy('held_on')
    .orderBy('id')
    .execute();
  const given = await desk.db
    .selectFrom('deliberation_evidence')
    .select(['meeting_id', 'request_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('meeting_id', 'in', rows.length > 0 ? rows.map(({ id }) => id) : [null])
    .orderBy('id')
    .execute();
  const byMeeting = Map.groupBy(given, (each) => each.meeting_id);
  return parted(keys, rows, 'deliberation_id', (row) => ({
    ...{ townId: row.town_id, recordedById: row.recorded_by },
    requestUuids: (byMeeting.get(row.id) ?? []).map(({ request_id }) => request_id),
    ...{ id: globalId('DeliberationMeeting', row.town_id, row.id), kind: row.kind, heldOn: row.held_on },
    ...{ place: row.place, present: row.present, minutes: row.minutes, recordedAt: row.recorded_at },
  }));
}

/** Batch of the steps of deliberations, the first one first. One statement. */
export async function deliberationEventsOf(desk: Desk, keys: readonly TownKey[]): Promise<DeliberationEventType[][]> {
  const rows = await desk.db
    .selectFrom('deliberation_event')
    .select(['town_id', 'deliberation_id', 'seq', 'step', 'happened_on', 'recorded_at', 'recorded_by', 'state', 'text'])
    .where('town_id', 'in', townsOf(keys))
    .where('deliberation_id', 'in', idsOf(keys))
    .orderBy('seq')
    .execute();
  return parted(keys, rows, 'deliberation_id', (row) => ({
    ...{ townId: row.town_id, recordedById: row.recorded_by, seq: row.seq, step: row.step },
    ...{ happenedOn: row.happened_on, recordedAt: row.recorded_at, state: row.state, text: row.text },
  }));
}
