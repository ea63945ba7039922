import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { subject, take } from '../requests/request.fixture.ts';
import { step } from './petition.fixture.ts';

const platform = testPlatform();

/*
 * Malu, Baiyin community 白银社区 (founded at the end of 2013), as the town describes it: a joint petition by many
 * residents, an emergency group formed the same day, a coordination meeting with representatives and the developer,
 * settled in days. Names, numbers and days are invented.
 */
it('Baiyin’s residents petition together, a group is formed the same day, their representatives meet the developer, and it is settled in days', async () => {
  const town = await platform.newTown();
  const baiyin = await town.openUnit({
    ...{ kind: 'COMMUNITY', name: '白银社区', from: '2013-12-30', parent: undefined },
  });
  const block = await town.openUnit({ parent: baiyin, name: '白银一块', from: '2013-12-30' });
  const secretary = await town.account('UNIT_OFFICER', { unit: baiyin });
  const [head, mediator, constable] = [
    await town.person('社区书记（示例）'),
    await town.person('调解员（示例）'),
    await town.person('民警（示例）'),
  ];

  // One morning many residents come: the developer has not handed over the certificates of their flats.
  const names = ['赵大', '钱二', '孙三', '李四', '周五', '吴六', '郑七'];
  const petitioners = names.map((name, index) => ({
    name: `${name}（示例）`,
    representative: index < 5,
    ...(index === 0 ? { telephone: '138 1234 5678' } : {}),
  }));
  const selection = `id number state people dueOn holder { name } petitioners { id name telephone representative }
    parties { id name party { id } } unit { name }`;
  const { petition: received } = await secretary.do(
    'recordPetition',
    {
      subject: await subject(town, '物业'),
      way: 'IN_PERSON',
      class: 'CLAIM',
      matter: '开发商迟迟不办产证，居民集体来访',
      unit: baiyin,
      petitioners,
      people: 120,
      parties: [{ organisation: '某房地产开发公司' }],
      on: '2014-03-10',
    },
    `petition { ${selection} }`,
  );
  expect(received).toMatchObject({
    ...{ number: 'P2014-000001', state: 'RECEIVED', people: 120, dueOn: '2014-03-25', holder: null },
    ...{ unit: { name: '白银社区' }, parties: [{ name: '某房地产开发公司', party: null }] },
  });
  // Five speak for all, and are listed first; without a purpose nobody is named in full.
  expect(received.petitioners.map((each: Data) => each.representative)).toEqual([
    ...[true, true, true, true, true],
    ...[false, false],
  ]);
  expect(received.petitioners[0]).toMatchObject({ name: '赵**', telephone: '138****5678' });

  // The same day the community accepts it and forms an emergency group.
  const { id } = received;
  await step(secretary, 'acceptPetition', id, { holder: head, on: '2014-03-10' });
  const formed = await step(
    secretary,
    'formEmergencyGroup',
    id,
    { lead: head, members: [mediator, constable], on: '2014-03-10' },
    'state dueOn receivedOn groupFormedOn group { lead since person { name } }',
  );
  expect(formed.groupFormedOn).toBe(formed.receivedOn);
  expect(formed).toMatchObject({ state: 'ACCEPTED', dueOn: '2014-05-09' });
  expect(formed.group.map(({ lead, person }: Data) => [person.name, lead])).toEqual([
    ['社区书记（示例）', true],
    ['调解员（示例）', false],
    ['民警（示例）', false],
  ]);

  // Two days later its representatives sit down with the developer.
  const representatives = received.petitioners.slice(0, 5).map((each: Data) => each.id);
  const agreed = '开发商承诺三十日内办妥产证，逾期按日补偿';
  await step(secretary, 'holdPetitionMeeting', id, {
    ...{ people: [head, mediator], petitioners: representatives, parties: [received.parties[0].id] },
    ...{ place: '白银社区会议室', agreed, on: '2014-03-12' },
  });
  // What the residents ask for beside becomes a request of the community.
  const { request } = await secretary.do(
    'raisePetitionRequest',
    { petition: id, description: '小区道路未修好', place: { unit: block, text: '东侧道路' }, on: '2014-03-12' },
    'request { id source raisedOn subject { name } petition { number } }',
  );
  expect(request).toMatchObject({
    ...{ source: 'PETITION', raisedOn: '2014-03-12', subject: { name: '物业' } },
    petition: { number: 'P2014-000001' },
  });

  // It is answered and settled within the week.
  await step(secretary, 'answerPetition', id, { answer: '开发商已书面承诺，社区督促落实', on: '2014-03-14' });
  await step(secretary, 'closePetition', id, { outcome: 'SETTLED', note: '代表签字同意', on: '2014-03-15' });
  await take(secretary, 'acceptRequest', request.id, { holder: head });

  const query = `query($id: ID!) @purpose(of: REQUEST) { petition(id: $id) { town { code } state outcome receivedOn groupFormedOn answeredOn
    closedOn dueOn overdue matter answer requests { id state } actions
    meetings { heldOn place agreed people { name } petitioners { name } parties { name } }
    events { seq step state happenedOn dueOn text recordedBy holder { name } } } }`;
  const { petition: closed } = await secretary.ask(query, { id });
  expect(closed).toMatchObject({
    ...{ town: { code: town.code }, state: 'CLOSED', outcome: 'SETTLED', dueOn: null, overdue: false, actions: [] },
    ...{ receivedOn: '2014-03-10', groupFormedOn: '2014-03-10', answeredOn: '2014-03-14', closedOn: '2014-03-15' },
    ...{ matter: '开发商迟迟不办产证，居民集体来访', answer: '开发商已书面承诺，社区督促落实' },
    requests: [{ id: request.id, state: 'ACCEPTED' }],
  });
  expect(closed.meetings).toEqual([
    {
      ...{ heldOn: '2014-03-12', place: '白银社区会议室', agreed },
      people: [{ name: '社区书记（示例）' }, { name: '调解员（示例）' }],
      petitioners: names.slice(0, 5).map((name) => ({ name: `${name}（示例）` })),
      parties: [{ name: '某房地产开发公司' }],
    },
  ]);
  expect(closed.events.map(({ step: each, state }: Data) => `${each} ${state}`)).toEqual([
    'RECEIVE RECEIVED',
    'ACCEPT ACCEPTED',
    'FORM_GROUP ACCEPTED',
    'MEET ACCEPTED',
    'RAISE_REQUEST ACCEPTED',
    'ANSWER ANSWERED',
    'CLOSE CLOSED',
  ]);
  expect(closed.events.at(-1)).toMatchObject({ text: '代表签字同意', happenedOn: '2014-03-15', dueOn: null });
  expect(closed.events.every((each: Data) => each.recordedBy !== null)).toBe(true);
});
