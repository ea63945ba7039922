import type { Desk } from '../db/door.ts';
import { acceptPetition } from '../petitions/accept-petition.ts';
import { answerPetition, closePetition } from '../petitions/answer-petition.ts';
import { formEmergencyGroup } from '../petitions/form-emergency-group.ts';
import { holdPetitionMeeting } from '../petitions/hold-petition-meeting.ts';
import { partiesOf, petitionersOf } from '../petitions/petition-parts.ts';
import { recordPetition } from '../petitions/record-petition.ts';
import { globalId } from '../schema/global-id.ts';
import { demoActor, inventPerson } from './demo-actor.ts';
import { subjectNamed } from './demo-listed.ts';
import { dayAgo } from './demo-moments.ts';
import { inventedMark, personName, repeatable } from './invented.ts';

/**
 * The petition of many residents of Malu's Baiyin, for whom an emergency group was formed the same day and which was settled
 * in days (published; matter, names and days are invented). Returns who led the group, by their global id.
 */
export async function petitionBaiyin(desk: Desk, community: string): Promise<string> {
  const actor = await demoActor(desk);
  const next = repeatable(desk.town + 2);
  const [head, mediator, constable] = [
    await inventPerson(desk, next),
    await inventPerson(desk, next),
    await inventPerson(desk, next),
  ];
  const baiyin = globalId('Unit', desk.town, community);
  const joint = await recordPetition(desk, actor, {
    ...{ way: 'IN_PERSON', class: 'CLAIM', unit: baiyin, people: 120, on: '2014-03-10' },
    subject: await subjectNamed(desk, '物业'),
    matter: `开发商迟迟不办产证，居民集体来访${inventedMark}`,
    petitioners: [true, true, true, true, true, false, false].map((representative) => ({
      ...{ name: personName(next), representative },
    })),
    parties: [{ organisation: `某房地产开发公司${inventedMark}` }],
  });
  const petition = globalId('Petition', desk.town, joint);
  await acceptPetition(desk, actor, { petition, holder: head, on: '2014-03-10' });
  const group = { petition, lead: head, members: [mediator, constable], on: '2014-03-10' };
  await formEmergencyGroup(desk, actor, group);
  const key = { townId: desk.town, uuid: joint };
  const [petitioners, parties] = await Promise.all([desk.load(petitionersOf, key), desk.load(partiesOf, key)]);
  await holdPetitionMeeting(desk, actor, {
    ...{ petition, place: '白银社区会议室', people: [head, mediator], on: '2014-03-12' },
    petitioners: petitioners.filter(({ representative }) => representative).map(({ id }) => id),
    parties: parties.map(({ id }) => id),
    agreed: '开发商承诺三十日内办妥产证，逾期按日补偿',
  });
  await answerPetition(desk, actor, { petition, answer: '开发商已书面承诺，社区督促落实', on: '2014-03-14' });
  await closePetition(desk, actor, { petition, outcome: 'SETTLED', note: '代表签字同意', on: '2014-03-15' });
  return head;
}

/** An invented petition of one person to a unit, or to the town, and how many days ago what was done about it. */
interface RecentPetition {
  subject: string;
  unit: string | null;
  matter: string;
  way?: 'WEB';
  received: number;
  accepted?: number;
  answered?: number;
  settled?: number;
}

/** Receives petitions of these weeks, the earliest first, which one person takes as far as each has come. */
export async function receivePetitions(
  desk: Desk,
  holder: string,
  petitions: readonly RecentPetition[],
): Promise<void> {
  const actor = await demoActor(desk);
  const next = repeatable(desk.town + 9);
  for (const { received, accepted, answered, settled, ...asked } of petitions) {
    const uuid = await recordPetition(desk, actor, {
      ...{ way: asked.way ?? 'PAPER', class: 'CLAIM', on: dayAgo(desk, received) },
      ...{ subject: await subjectNamed(desk, asked.subject), matter: `${asked.matter}${inventedMark}` },
      unit: asked.unit === null ? null : globalId('Unit', desk.town, asked.unit),
      petitioners: [{ name: personName(next), representative: false }],
    });
    const petition = globalId('Petition', desk.town, uuid);
    if (accepted !== undefined) await acceptPetition(desk, actor, { petition, holder, on: dayAgo(desk, accepted) });
    if (answered !== undefined) {
      const answer = { answer: `已约见当面答复${inventedMark}`, on: dayAgo(desk, answered) };
      await answerPetition(desk, actor, { petition, ...answer });
    }
    if (settled !== undefined) {
      await closePetition(desk, actor, { petition, outcome: 'SETTLED', note: '本人满意', on: dayAgo(desk, settled) });
    }
  }
}
