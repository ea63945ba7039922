import { Temporal } from 'temporal-polyfill';
import type { Desk } from '../db/door.ts';
import { entriesOf } from '../handling/listed.ts';
import { acceptPetition } from '../petitions/accept-petition.ts';
import { answerPetition, closePetition } from '../petitions/answer-petition.ts';
import { formEmergencyGroup } from '../petitions/form-emergency-group.ts';
import { holdPetitionMeeting } from '../petitions/hold-petition-meeting.ts';
import { partiesOf, petitionersOf } from '../petitions/petition-parts.ts';
import { recordPetition } from '../petitions/record-petition.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { demoActor, inventPerson } from './demo-actor.ts';
import { inventedMark, personName, repeatable } from './invented.ts';

/**
 * Malu's petitions: that of many residents of Baiyin, for whom an emergency group was formed the same day and which was
 * settled in days (published; matter, names and days are invented), and invented ones of these weeks, one of them overdue.
 */
export async function petitionMalu(desk: Desk, units: { baiyin: string; yulan: string }): Promise<void> {
  const actor = demoActor(desk);
  const baiyin = globalId('Unit', desk.town, units.baiyin);
  const yulan = globalId('Unit', desk.town, units.yulan);
  const subjects = await desk.load(entriesOf('request_subject'), desk.town);
  const subject = (name: string) =>
    globalId('RequestSubject', desk.town, subjects.find((each) => each.name === name)?.uuid ?? '');
  const next = repeatable(desk.town + 2);
  const [head, mediator, constable] = [
    await inventPerson(desk, next),
    await inventPerson(desk, next),
    await inventPerson(desk, next),
  ];
  const petitioner = (representative = false) => ({ name: personName(next), representative });

  const joint = await recordPetition(desk, actor, {
    ...{ subject: subject('物业'), way: 'IN_PERSON', class: 'CLAIM', unit: baiyin, people: 120, on: '2014-03-10' },
    matter: `开发商迟迟不办产证，居民集体来访${inventedMark}`,
    petitioners: [true, true, true, true, true, false, false].map(petitioner),
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

  const today = Temporal.PlainDate.from(dayOf(desk.now));
  const ago = (days: number) => today.subtract({ days }).toString();
  const recent = [
    { subject: '停车', unit: yulan, matter: '夜间消防通道被占，请划线管理', on: ago(4), accepted: null },
    { subject: '噪声', unit: baiyin, matter: '底楼商铺早市噪声扰民', on: ago(40), accepted: ago(33) },
    { subject: '违法建筑', unit: null, matter: '屋顶加建挡光，多次反映未拆', on: ago(90), accepted: ago(80) },
  ];
  for (const { accepted, matter, ...input } of recent) {
    const asked = { ...input, subject: subject(input.subject), way: 'PAPER' as const, class: 'CLAIM' as const };
    const petitioning = { ...asked, matter: `${matter}${inventedMark}`, petitioners: [petitioner()] };
    const id = globalId('Petition', desk.town, await recordPetition(desk, actor, petitioning));
    if (accepted !== null) await acceptPetition(desk, actor, { petition: id, holder: head, on: accepted });
  }
}
