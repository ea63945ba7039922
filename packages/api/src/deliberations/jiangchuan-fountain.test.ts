import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise, take } from '../requests/request.fixture.ts';
import {
  deliberate,
  deliberation,
  meet,
  objectionsOf,
  openVote,
  vote,
  votersOf,
  voting,
} from './deliberation.fixture.ts';

const platform = testPlatform();

const seen = `query($id: ID!) { deliberation(id: $id) { state passed actions
  rule { name numerator denominator } tally { voters inFavour against abstained notVoted withoutReason objections unanswered }
  calculation { base needed inFavour voted passed } events { step text } meetings { kind evidenceOf { number } } } }`;

it('Jiangchuan Road turns a broken fountain into a square: two thirds of the owners are for it, the reasons of the others are sought out, answered and recorded, and then the work begins', async () => {
  // Thirty homes stand around the fountain.
  const { town, blocks, households } = await settledTown(platform, 30);
  const { admin } = town;
  const secretary = await town.person('书记');
  const look = async (client = admin) => (await client.ask(seen, { id })).deliberation;

  // Somebody asks for a square; it helps some and hurts others, so that the request is of the third class.
  const place = { unit: blocks[0], text: '喷泉' };
  const request = (await raise(town, { place, description: '喷泉坏了多年，想改成广场', handlingClass: 'MIXED' })).id;
  await take(admin, 'acceptRequest', request, { holder: secretary });
  const asked = { question: '把坏喷泉改建成小广场？', requests: [request] };
  const { id } = await deliberation(town, blocks[0], asked);

  // Residents and Party members meet, and the vote is opened: a home has a vote.
  const residents = await meet(admin, id, 'RESIDENTS', { present: 42, minutes: '多数赞成，也有人担心噪声' });
  const members = await meet(admin, id, 'PARTY', { present: 9, minutes: '党员带头听取意见' });
  const voters = await openVote(admin, id);
  expect(voters).toHaveLength(households.length);

  // Nineteen are for it, one short of two thirds of all thirty; six are against it, three abstain, two are not at home.
  for (const voter of voters.slice(0, 19)) await vote(admin, voter, 'FOR');
  for (const voter of voters.slice(19, 23)) await vote(admin, voter, 'AGAINST');
  await vote(admin, voters[23], 'AGAINST', ['广场舞会吵']);
  await vote(admin, voters[24], 'AGAINST', ['孩子喜欢喷泉', '怕花维修资金']);
  for (const voter of voters.slice(25, 28)) await vote(admin, voter, 'ABSTAINED');
  expect((await look()).tally).toEqual({
    ...{ voters: 30, inFavour: 19, against: 6, abstained: 3, notVoted: 2 },
    ...{ withoutReason: 4, objections: 3, unanswered: 3 },
  });
  // Who has not voted is a list; one of them is met at home, and is the twentieth.
  expect(await votersOf(admin, id, { voted: false })).toEqual(voters.slice(28));
  await vote(admin, voters[28], 'FOR');

  // Nobody votes twice, and nobody after the close: the error says why, and nothing has changed.
  await changesNothing(platform, town, async () => {
    const again = { voter: voters[0], choice: 'AGAINST' };
    expect(await admin.refused('recordDeliberationVote', again)).toEqual({ code: 'CONFLICT', field: 'input.voter' });
    // While the vote is open nobody can have it decided.
    const early = { deliberation: id };
    expect(await admin.refused('decideDeliberation', early)).toEqual({ code: 'CONFLICT', field: 'input.deliberation' });
  });
  platform.advance(voting);
  await changesNothing(platform, town, async () => {
    const late = { voter: voters[29], choice: 'FOR' };
    expect(await admin.refused('recordDeliberationVote', late)).toEqual({ code: 'CONFLICT', field: 'input.voter' });
    const taken = { voter: voters[0], reason: '改主意' };
    expect(await admin.refused('withdrawDeliberationVote', taken)).toEqual({ code: 'CONFLICT', field: 'input.voter' });
  });

  // The rule decides, and shows how.
  expect(await look()).toMatchObject({ state: 'CLOSED', passed: null, actions: ['MEET', 'DECIDE', 'CALL_OFF'] });
  await deliberate(admin, 'decideDeliberation', id);
  expect(await look()).toMatchObject({
    ...{ state: 'PASSED', passed: true, rule: { name: '全体三分之二同意', numerator: 2, denominator: 3 } },
    calculation: { base: 30, needed: 20, inFavour: 20, voted: 29, passed: true },
  });

  // Reasons are sought out of those who voted against it and gave none; the work cannot begin while one has no answer.
  const silent = await votersOf(admin, id, { withoutReason: true });
  expect(silent).toEqual(voters.slice(19, 23));
  for (const voter of silent)
    await admin.do('recordDeliberationObjection', { voter, text: '担心停车' }, 'deliberation { id }');
  const begin = { deliberation: id, report: '进场' };
  expect(await admin.refused('beginDeliberatedWork', begin)).toEqual({ code: 'CONFLICT', field: 'input.deliberation' });
  const open = await objectionsOf(admin, id, false);
  expect(open.map(({ text }) => text)).toEqual([
    '广场舞会吵',
    '孩子喜欢喷泉',
    '怕花维修资金',
    ...Array(4).fill('担心停车'),
  ]);
  for (const [index, { id: objection }] of open.entries()) {
    expect(await admin.refused('beginDeliberatedWork', begin)).toMatchObject({ code: 'CONFLICT' });
    const answer = { objection, text: '约定晚上八点以后不放音乐', way: 'AT_HOME', person: secretary };
    await admin.do('answerDeliberationObjection', answer, 'deliberation { id }');
    const reply = index === 0 ? 'MAINTAINED' : index === 1 ? 'WITHDRAWN' : 'SATISFIED';
    await admin.do('recordObjectorReply', { objection, reply }, 'deliberation { id }');
  }
  const [noise] = await objectionsOf(admin, id);
  expect(noise).toMatchObject({
    text: '广场舞会吵',
    answers: [{ text: '约定晚上八点以后不放音乐', way: 'AT_HOME', reply: 'MAINTAINED', person: { name: '书记' } }],
  });

  // The work begins, is reported on, done, and looked at afterwards.
  await deliberate(admin, 'beginDeliberatedWork', id, { report: '进场' });
  await deliberate(admin, 'reportDeliberatedWork', id, { report: '喷泉已拆' });
  await deliberate(admin, 'finishDeliberatedWork', id, { report: '广场开放' });
  await deliberate(admin, 'checkDeliberatedWork', id, { report: '晚上八点以后安静' });

  // It comes back to the request: the minutes are the evidence that its class asks for, and it is handled.
  const handling = { request, outcome: '广场已建成' };
  expect(await admin.refused('handleRequest', handling)).toEqual({ code: 'BAD_INPUT', field: 'input.evidence' });
  for (const meeting of [residents, members]) {
    await admin.do('giveDeliberationEvidence', { meeting, request }, 'deliberation { id }');
  }
  await take(admin, 'handleRequest', request, { outcome: '广场已建成' });
  const query = `query($id: ID!) @purpose(of: CHECK) { request(id: $id) { state deliberations { question state }
    events { step evidence text } } }`;
  const back = (await admin.ask(query, { id: request })).request;
  expect(back).toMatchObject({ state: 'HANDLED', deliberations: [{ question: asked.question, state: 'DONE' }] });
  expect(
    back.events.flatMap(({ evidence, text }: Data) => (evidence ? [[evidence, text.split('\n')[1]]] : [])),
  ).toEqual([
    ['RESIDENTS_MEETING', '多数赞成，也有人担心噪声'],
    ['PARTY_MEETING', '党员带头听取意见'],
  ]);
  const { events, meetings } = await look();
  expect(meetings.map((each: Data) => each.evidenceOf.length)).toEqual([1, 1]);
  expect(events.map(({ step }: Data) => step)).toEqual([
    ...['PROPOSE', 'MEET', 'MEET', 'OPEN', 'DECIDE', 'BEGIN_WORK', 'REPORT', 'FINISH', 'CHECK'],
  ]);
});
