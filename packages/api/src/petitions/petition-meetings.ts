import { idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { PetitionMeetingType } from './petition-parts.type.ts';

/** Batch of the meetings about petitions with who took part, the first one first. Two statements. */
export async function meetingsOf(desk: Desk, keys: readonly TownKey[]): Promise<PetitionMeetingType[][]> {
  const towns = townsOf(keys);
  const meetings = await desk.db
    .selectFrom('petition_meeting as m')
    .innerJoin('petition as p', (join) => join.onRef('p.town_id', '=', 'm.town_id').onRef('p.id', '=', 'm.petition_id'))
    .select(['m.town_id', 'm.petition_id', 'm.id', 'm.held_on', 'm.place', 'm.agreed', 'p.audit_key'])
    .where('m.town_id', 'in', towns)
    .where('m.petition_id', 'in', idsOf(keys))
    .orderBy('m.held_on')
    .orderBy('m.id')
    .execute();
  const participants = await desk.db
    .selectFrom('petition_participant')
    .select(['meeting_id', 'person_id', 'petitioner_id', 'party_id'])
    .where('town_id', 'in', towns)
    .where('meeting_id', 'in', meetings.length > 0 ? meetings.map(({ id }) => id) : [null])
    .orderBy('position')
    .execute();
  const byMeeting = Map.groupBy(participants, (each) => each.meeting_id);
  return parted(keys, meetings, 'petition_id', (row) => {
    const there = byMeeting.get(row.id) ?? [];
    return {
      townId: row.town_id,
      id: globalId('PetitionMeeting', row.town_id, row.id),
      petitionUuid: row.petition_id,
      subject: row.audit_key,
      agreedInFull: row.agreed,
      personUuids: there.flatMap(({ person_id }) => person_id ?? []),
      petitionerUuids: there.flatMap(({ petitioner_id }) => petitioner_id ?? []),
      partyUuids: there.flatMap(({ party_id }) => party_id ?? []),
      heldOn: row.held_on,
      place: row.place,
    };
  });
}
