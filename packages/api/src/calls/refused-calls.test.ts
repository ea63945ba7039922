import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { subject } from '../requests/request.fixture.ts';
import { addResident } from '../residents/resident.fixture.ts';
import { call, callStep, missedCall, pleased } from './call.fixture.ts';
import { hotline } from './hotline.fixture.ts';

const platform = testPlatform();

it('a call is refused wrong input on the field at fault, and nothing is changed', async () => {
  const { town, households, blocks } = await settledTown(platform, 2);
  const elsewhere = await platform.newTown();
  const line = await hotline(town, { unit: town.unit(0), from: '2024-01-01' });
  const person = await town.person();
  const [one, two] = households;
  const stranger = await addResident(town, two, { name: '别家人' });
  const gone = await addResident(town, one, { name: '已迁出' });
  await town.admin.do('residentLeaves', { resident: gone, on: '2024-06-01' }, 'resident { id }');
  await town.admin.do('endHousehold', { household: two, on: '2025-01-01' }, 'household { id }');
  const ended = await hotline(town, { name: '旧热线' });
  await town.admin.do('endHotline', { hotline: ended.id, on: '2025-01-01' }, 'hotline { id }');
  const taking = { hotline: line.id, answeredBy: person, matter: '问', answer: '答' };
  const asked = { subject: await subject(town), description: '修灯' };
  const ahead = new Date(Date.now() + 3_600_000).toISOString();
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ matter: ' ' }, 'BAD_INPUT', 'input.matter'],
    [{ matter: '问'.repeat(2001) }, 'BAD_INPUT', 'input.matter'],
    [{ answer: null }, 'BAD_INPUT', 'input.answer'],
    [{ answer: '' }, 'BAD_INPUT', 'input.answer'],
    [{ answer: null, requests: [] }, 'BAD_INPUT', 'input.answer'],
    [{ calledAt: ahead }, 'BAD_INPUT', 'input.calledAt'],
    [{ calledAt: '2023-12-31T23:59:00+08:00' }, 'BAD_INPUT', 'input.calledAt'],
    [{ hotline: ended.id }, 'CONFLICT', 'input.calledAt'],
    [{ seconds: -1 }, 'BAD_INPUT', 'input.seconds'],
    [{ seconds: 86_401 }, 'BAD_INPUT', 'input.seconds'],
    [{ answeredBy: await elsewhere.person() }, 'NOT_FOUND', 'input.answeredBy'],
    [{ caller: { telephone: '123' } }, 'BAD_INPUT', 'input.caller.telephone'],
    [{ caller: { otherName: '一\n二' } }, 'BAD_INPUT', 'input.caller.otherName'],
    [{ caller: { resident: line.id } }, 'NOT_FOUND', 'input.caller.resident'],
    [{ caller: { resident: gone } }, 'CONFLICT', 'input.caller.resident'],
    [{ caller: { resident: stranger } }, 'CONFLICT', 'input.caller.resident'],
    [{ caller: { household: one, resident: stranger } }, 'NOT_FOUND', 'input.caller.resident'],
    [{ caller: { household: one, resident: gone } }, 'CONFLICT', 'input.caller.resident'],
    [{ caller: { household: one, resident: gone, otherName: '别名' } }, 'BAD_INPUT', 'input.caller.otherName'],
    [{ caller: { household: two } }, 'CONFLICT', 'input.caller.household'],
    [{ requests: Array(11).fill(asked), caller: { household: one } }, 'BAD_INPUT', 'input.requests'],
    [{ requests: [asked] }, 'BAD_INPUT', 'input.requests.0.household'],
    [
      { requests: [asked, { ...asked, description: '' }], caller: { household: one } },
      'BAD_INPUT',
      'input.requests.1.description',
    ],
    [{ requests: [{ ...asked, place: { unit: elsewhere.unit(0) } }] }, 'NOT_FOUND', 'input.requests.0.place.unit'],
    [{ about: line.id }, 'NOT_FOUND', 'input.about'],
  ];
  const { id } = await call(town, { ...taking, calledAt: '2026-03-02T10:00:00+08:00' });
  const { id: missed } = await missedCall(town, { hotline: line.id });
  const { id: closed } = await call(town, taking);
  await callStep(town.admin, 'followUpCall', closed, pleased);
  const again = { answeredBy: person, answer: '再答' };
  const steps: [string, string, Record<string, unknown>, string, string][] = [
    ['answerCall', id, again, 'CONFLICT', 'input.call'],
    ['answerCall', missed, again, 'BAD_INPUT', 'input.matter'],
    ['answerCall', missed, { answeredBy: person, matter: '问' }, 'BAD_INPUT', 'input.answer'],
    ['answerCall', missed, { ...again, matter: '问', answeredBy: line.id }, 'NOT_FOUND', 'input.answeredBy'],
    [
      'answerCall',
      missed,
      { ...again, matter: '问', caller: { household: two } },
      'CONFLICT',
      'input.caller.household',
    ],
    ['answerCall', missed, { ...again, matter: '问', expectedVersion: 2 }, 'CONFLICT', 'input.expectedVersion'],
    ['tryCaller', closed, {}, 'CONFLICT', 'input.call'],
    ['tryCaller', missed, { note: '长'.repeat(201) }, 'BAD_INPUT', 'input.note'],
    ['tryCaller', missed, { at: ahead }, 'BAD_INPUT', 'input.at'],
    ['followUpCall', missed, pleased, 'CONFLICT', 'input.call'],
    ['followUpCall', closed, pleased, 'CONFLICT', 'input.call'],
    ['followUpCall', id, { ...pleased, outcome: '' }, 'BAD_INPUT', 'input.outcome'],
    ['followUpCall', id, { ...pleased, at: '2026-03-02T09:59:00+08:00' }, 'BAD_INPUT', 'input.at'],
    ['reviseCall', id, { reason: '' }, 'BAD_INPUT', 'input.reason'],
    ['reviseCall', id, { reason: '误', calledAt: ahead }, 'BAD_INPUT', 'input.calledAt'],
    ['reviseCall', id, { reason: '误', matter: '' }, 'BAD_INPUT', 'input.matter'],
    ['reviseCall', id, { reason: '误', expectedVersion: 7 }, 'CONFLICT', 'input.expectedVersion'],
    ['reviseCall', missed, { reason: '误', answer: '答' }, 'CONFLICT', 'input.answer'],
    ['reviseCall', missed, { reason: '误', answeredBy: person }, 'CONFLICT', 'input.answeredBy'],
    ['reviseCall', missed, { reason: '误', caller: { household: one } }, 'BAD_INPUT', 'input.caller.telephone'],
    ['withdrawCall', id, { reason: ' ' }, 'BAD_INPUT', 'input.reason'],
  ];
  const filters: [string, string, string][] = [
    [`hotline: "${one}"`, 'NOT_FOUND', 'filter.hotline'],
    [`answeredBy: "${one}"`, 'NOT_FOUND', 'filter.answeredBy'],
    [`household: "${blocks[0]}"`, 'NOT_FOUND', 'filter.household'],
    [`unit: "${elsewhere.unit(0)}"`, 'NOT_FOUND', 'filter.unit'],
    ['called: { first: "2026-03-02", last: "2026-03-01" }', 'BAD_INPUT', 'filter.called.last'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [more, code, field] of wrong) {
      const refusal = await town.admin.refused('recordCall', { ...taking, ...more });
      expect({ more, ...refusal }).toEqual({ more, code, field });
    }
    const silent = { hotline: line.id, caller: { household: one } };
    expect(await town.admin.refused('recordMissedCall', silent)).toEqual({
      code: 'BAD_INPUT',
      field: 'input.caller.telephone',
    });
    for (const [verb, of, more, code, field] of steps) {
      const refusal = await town.admin.refused(verb, { call: of, ...more });
      expect({ verb, more, ...refusal }).toEqual({ verb, more, code, field });
    }
  });
  for (const [filter, code, field] of filters) {
    const query = `query($code: RegisterCode!) { town(code: $code) { calls(filter: { ${filter} }) { totalCount } } }`;
    const { errors } = await town.admin.send(query, { code: town.code });
    expect({ filter, ...errors[0]?.extensions }).toEqual({ filter, code, field });
  }
  expect(platform.faults).toEqual([]);
});
