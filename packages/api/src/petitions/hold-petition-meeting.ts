import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, notFound } from '../errors.ts';
import { requirePeople } from '../people/require-people.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { type PetitionStepAsked, takePetitionStep } from './take-petition-step.ts';

/** A meeting, with who took part. Ids are global ones. */
interface MeetingAsked extends PetitionStepAsked {
  place?: string | null;
  people?: string[] | null;
  petitioners?: string[] | null;
  parties?: string[] | null;
  agreed?: string | null;
}

const mostPeople = 50;
/** How long the description of a place may be. */
const longestPlace = 100;

/**
 * Puts down a meeting about a petition. Returns the petition's id in the town.
 * Errors: those of takePetitionStep; NOT_FOUND on input.people.N, input.petitioners.N or input.parties.N; BAD_INPUT on
 * input.people where nobody took part or too many did, or on a text.
 */
export function holdPetitionMeeting(desk: Desk, actor: Actor, input: MeetingAsked): Promise<string> {
  return takePetitionStep(desk, actor, input, 'MEET', async (row, on) => {
    if ((input.people?.length ?? 0) > mostPeople) throw badInput('input.people', 'tooMany', { most: mostPeople });
    const people = await requirePeople(desk, input.people ?? [], (index) => `input.people.${index}`);
    const petitioners = await requireParts(desk, 'petitioner', row.id, input.petitioners ?? []);
    const parties = await requireParts(desk, 'petition_party', row.id, input.parties ?? []);
    if (people.length + petitioners.length + parties.length === 0) throw badInput('input.people', 'nobodyMet');
    const place = input.place == null ? null : oneLine(input.place, 'input.place', longestPlace);
    const agreed = input.agreed == null ? null : paragraphs(input.agreed, 'input.agreed');
    const meeting = { town_id: desk.town, id: newId(), petition_id: row.id, held_on: on, place, agreed };
    await desk.db
      .insertInto('petition_meeting')
      .values({ ...meeting, recorded_at: desk.now })
      .execute();
    const nobody = { person_id: null, petitioner_id: null, party_id: null };
    const participants = [
      ...people.map((person_id) => ({ ...nobody, person_id })),
      ...petitioners.map((petitioner_id) => ({ ...nobody, petitioner_id })),
      ...parties.map((party_id) => ({ ...nobody, party_id })),
    ];
    await desk.db
      .insertInto('petition_participant')
      .values(
        participants.map((each, position) => ({
          ...each,
          position,
          town_id: desk.town,
          id: newId(),
          meeting_id: meeting.id,
        })),
      )
      .execute();
    return {};
  });
}

/** Petitioners or parties of a petition that an input names, each once. Errors: NOT_FOUND on the one at fault. */
async function requireParts(
  desk: Desk,
  table: 'petitioner' | 'petition_party',
  petition: string,
  ids: readonly string[],
): Promise<string[]> {
  const field = table === 'petitioner' ? 'petitioners' : 'parties';
  const type = table === 'petitioner' ? 'Petitioner' : 'PetitionParty';
  if (ids.length === 0) return [];
  const uuids = ids.map((id, index) => requireIdIn(desk.town, id, type, `input.${field}.${index}`));
  const rows = await desk.db
    .selectFrom(table)
    .select('id')
    .where('town_id', '=', desk.town)
    .where('petition_id', '=', petition)
    .execute();
  const known = new Set(rows.map((row) => row.id));
  const missing = uuids.findIndex((uuid) => !known.has(uuid));
  if (missing >= 0) throw notFound(`input.${field}.${missing}`);
  return [...new Set(uuids)];
}
