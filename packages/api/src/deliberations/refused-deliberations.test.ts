import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise } from '../requests/request.fixture.ts';
import {
  closing,
  deliberate,
  deliberation,
  meet,
  objectionsOf,
  openVote,
  ruleNamed,
  vote,
} from './deliberation.fixture.ts';

const platform = testPlatform();

it('a deliberation is refused wrong input on the field at fault, and nothing is changed', async () => {
  const { town, blocks, households } = await settledTown(platform, 4);
  const { admin } = town;
  const person = await town.person();
  const deliberationRule = await ruleNamed(town, '全体三分之二同意');
  const request = (await raise(town, { place: { unit: blocks[0] }, handlingClass: 'REASONABLE' })).id;
  const mixed = (await raise(town, { place: { unit: blocks[0] }, handlingClass: 'MIXED' })).id;
  const other = await platform.newTown();
  const foreign = await deliberation(other, other.unit(0));
  const prepared = (await deliberation(town, blocks[0])).id;
  const ofPeople = (await deliberation(town, blocks[0], { electorate: 'PEOPLE' })).id;
  const open = (await deliberation(town, blocks[0], { requests: [mixed] })).id;
  const [inFavour, against, silent] = await openVote(admin, open);
  await vote(admin, inFavour, 'FOR');
  await vote(admin, against, 'AGAINST', ['太吵']);
  const [{ id: objection } = { id: '' }] = await objectionsOf(admin, open);
  const meeting = await meet(admin, open);
  const asked = { unit: blocks[0], question: '问', description: '述', electorate: 'HOUSEHOLDS', deliberationRule };
  const rule = { town: town.code, name: '新', numerator: 2, denominator: 3, base: 'ALL' };
  const opening = { deliberation: prepared, closesAt: closing() };
  const past = new Date(Date.now() - 1000).toISOString();
  const far = new Date(Date.now() + 400 * 86_400_000).toISOString();
  const naming = { deliberation: prepared, reason: '因' };
  const holding = { deliberation: open, kind: 'RESIDENTS', place: '社区', present: 5, minutes: '商量' };
  const answering = { objection, text: '已约定', way: 'AT_HOME', person };
  await changesNothing(platform, town, async () => {
    for (const [verb, input, code, field] of [
      ['addDeliberationRule', { ...rule, name: ' ' }, 'BAD_INPUT', 'input.name'],
      ['addDeliberationRule', { ...rule, name: '全体三分之二同意' }, 'CONFLICT', 'input.name'],
      ['addDeliberationRule', { ...rule, numerator: 0 }, 'BAD_INPUT', 'input.numerator'],
      ['addDeliberationRule', { ...rule, denominator: 1 }, 'BAD_INPUT', 'input.denominator'],
      ['addDeliberationRule', { ...rule, numerator: 3, moreThan: true }, 'BAD_INPUT', 'input.moreThan'],
      ['addDeliberationRule', { ...rule, turnoutNumerator: 1 }, 'BAD_INPUT', 'input.turnoutDenominator'],
      ['addDeliberationRule', { ...rule, turnoutDenominator: 1 }, 'BAD_INPUT', 'input.turnoutNumerator'],
      [
        'addDeliberationRule',
        { ...rule, turnoutNumerator: 2, turnoutDenominator: 1 },
        'BAD_INPUT',
        'input.turnoutDenominator',
      ],
      [
        'reviseDeliberationRule',
        { ...rule, town: undefined, deliberationRule, expectedVersion: 9 },
        'CONFLICT',
        'input.expectedVersion',
      ],
      ['endDeliberationRule', { deliberationRule, on: '1949-09-30' }, 'BAD_INPUT', 'input.on'],
      ['proposeDeliberation', { ...asked, question: '' }, 'BAD_INPUT', 'input.question'],
      ['proposeDeliberation', { ...asked, description: ' ' }, 'BAD_INPUT', 'input.description'],
      ['proposeDeliberation', { ...asked, on: '2999-01-01' }, 'BAD_INPUT', 'input.on'],
      ['proposeDeliberation', { ...asked, requests: [request] }, 'CONFLICT', 'input.requests.0'],
      ['proposeDeliberation', { ...asked, unit: other.unit(0) }, 'NOT_FOUND', 'input.unit'],
      [
        'reviseDeliberation',
        { ...asked, unit: undefined, electorate: undefined, deliberation: open },
        'CONFLICT',
        'input.deliberation',
      ],
      ['addDeliberationVoters', { ...naming, people: [person] }, 'BAD_INPUT', 'input.people'],
      ['addDeliberationVoters', naming, 'BAD_INPUT', 'input.households'],
      ['addDeliberationVoters', { ...naming, households, reason: '' }, 'BAD_INPUT', 'input.reason'],
      [
        'leaveOutDeliberationVoters',
        { ...naming, deliberation: ofPeople, households },
        'BAD_INPUT',
        'input.households',
      ],
      ['leaveOutDeliberationVoters', { ...naming, deliberation: open, households }, 'CONFLICT', 'input.deliberation'],
      ['openDeliberation', { ...opening, closesAt: past }, 'BAD_INPUT', 'input.closesAt'],
      ['openDeliberation', { ...opening, closesAt: far }, 'BAD_INPUT', 'input.closesAt'],
      ['openDeliberation', { ...opening, expectedVersion: 9 }, 'CONFLICT', 'input.expectedVersion'],
      ['openDeliberation', { ...opening, deliberation: open }, 'CONFLICT', 'input.deliberation'],
      ['openDeliberation', { ...opening, deliberation: foreign.id }, 'NOT_FOUND', 'input.deliberation'],
      ['recordDeliberationVote', { voter: silent, choice: 'FOR', objections: ['吵'] }, 'BAD_INPUT', 'input.objections'],
      [
        'recordDeliberationVote',
        { voter: silent, choice: 'AGAINST', objections: [''] },
        'BAD_INPUT',
        'input.objections.0',
      ],
      ['recordDeliberationVote', { voter: inFavour, choice: 'FOR' }, 'CONFLICT', 'input.voter'],
      ['withdrawDeliberationVote', { voter: silent, reason: '误' }, 'CONFLICT', 'input.voter'],
      ['withdrawDeliberationVote', { voter: inFavour, reason: '' }, 'BAD_INPUT', 'input.reason'],
      ['recordDeliberationObjection', { voter: silent, text: '吵' }, 'CONFLICT', 'input.voter'],
      ['recordDeliberationObjection', { voter: inFavour, text: '吵' }, 'CONFLICT', 'input.voter'],
      ['recordDeliberationObjection', { voter: against, text: '' }, 'BAD_INPUT', 'input.text'],
      ['answerDeliberationObjection', { ...answering, text: '' }, 'BAD_INPUT', 'input.text'],
      ['answerDeliberationObjection', { ...answering, on: '2020-01-01' }, 'BAD_INPUT', 'input.on'],
      ['answerDeliberationObjection', { ...answering, person: households[0] }, 'NOT_FOUND', 'input.person'],
      ['recordObjectorReply', { objection, reply: 'SATISFIED' }, 'CONFLICT', 'input.objection'],
      ['holdDeliberationMeeting', { ...holding, present: 0 }, 'BAD_INPUT', 'input.present'],
      ['holdDeliberationMeeting', { ...holding, place: '' }, 'BAD_INPUT', 'input.place'],
      ['holdDeliberationMeeting', { ...holding, minutes: '' }, 'BAD_INPUT', 'input.minutes'],
      ['holdDeliberationMeeting', { ...holding, on: '2999-01-01' }, 'BAD_INPUT', 'input.on'],
      ['giveDeliberationEvidence', { meeting, request }, 'CONFLICT', 'input.request'],
      ['decideDeliberation', { deliberation: prepared }, 'CONFLICT', 'input.deliberation'],
      ['callOffDeliberation', { deliberation: prepared, reason: '' }, 'BAD_INPUT', 'input.reason'],
    ] as const) {
      expect(await admin.refused(verb, input), `${verb} ${field}`).toMatchObject({ code, field });
    }
    // An application without the scope does nothing.
    const scopes = ['TOWN_READ', 'DELIBERATION_READ'];
    const application = await registerApplication(platform, scopes, other.admin);
    await consent(other, application, scopes);
    const client = await clientOf(platform, application, 'town:read deliberation:read');
    const refused = await client.refused('openDeliberation', { ...opening, deliberation: foreign.id });
    expect(refused).toMatchObject({ code: 'FORBIDDEN' });
  });
  // The minutes of a meeting go to a request once.
  const evidence = { meeting, request: mixed };
  await admin.do('giveDeliberationEvidence', evidence, 'deliberation { id }');
  expect(await admin.refused('giveDeliberationEvidence', evidence)).toEqual({
    code: 'CONFLICT',
    field: 'input.request',
  });
  // An objection that was taken back is not answered again, and a deliberation that is called off goes no further.
  await admin.do('answerDeliberationObjection', answering, 'deliberation { id }');
  await admin.do('recordObjectorReply', { objection, reply: 'WITHDRAWN' }, 'deliberation { id }');
  expect(await admin.refused('answerDeliberationObjection', answering)).toEqual({
    code: 'CONFLICT',
    field: 'input.objection',
  });
  const again = { objection, reply: 'SATISFIED' };
  expect(await admin.refused('recordObjectorReply', again)).toEqual({ code: 'CONFLICT', field: 'input.objection' });
  await deliberate(admin, 'callOffDeliberation', open, { reason: '方案作废' });
  const voting = { voter: silent, choice: 'FOR' };
  expect(await admin.refused('recordDeliberationVote', voting)).toEqual({ code: 'CONFLICT', field: 'input.voter' });
});
