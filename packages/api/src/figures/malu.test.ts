import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { displeased, pleased } from '../calls/call.fixture.ts';
import { duty, hotline, rosterOf } from '../calls/hotline.fixture.ts';
import { contented, explained, subject, takeMany } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();
const [begins, founded] = ['2010-01-01', '2013-12-31'];

/** A social worker: a person of the town with an account. */
interface Worker {
  person: string;
  client: ApiClient;
}

/**
 * Yulan, founded at the end of 2013, with the hotline that it took over from its predecessor: two blocks, of which the
 * first has households, 6 social workers and 6 telephones.
 */
async function yulan(town: TestTown) {
  const before = await town.openUnit({ kind: 'COMMITTEE', name: '育兰居委会', parent: undefined, from: begins });
  const blocks: string[] = [];
  for (const name of ['东块', '西块']) blocks.push(await town.openUnit({ name, parent: before, from: begins }));
  const codes = Array.from({ length: 40 }, (_, index) => `育兰${index}`);
  const registering = { block: blocks[0], codes, from: begins };
  const { households } = await town.admin.do('registerHouseholds', registering, 'households { id }');
  const telephones = Array.from({ length: 6 }, (_, index) => `5915000${index}`);
  const line = await hotline(town, { unit: before, telephones, from: '2013-01-01' });
  await apply(town, founded, [
    { open: { ref: 'y', kind: 'COMMUNITY', name: '育兰社区' } },
    { merge: { units: [before], into: '#y' } },
  ]);
  const units = 'query($code: RegisterCode!) { town(code: $code) { units(kind: COMMUNITY) { nodes { id name } } } }';
  const { nodes } = (await town.admin.ask(units, { code: town.code })).town.units;
  const community = nodes.find((each: Data) => each.name === '育兰社区').id;
  const workers: Worker[] = [];
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己']) {
    const client = await town.account('SOCIAL_WORKER', { unit: community });
    workers.push({ person: await town.person(`社工${name}`), client });
  }
  return { line: line.id, blocks, telephones, workers, households: households.map((each: Data) => each.id) };
}

/** Runs a mutation for each of some things, by the worker to whom it falls. Returns what is selected of each call or request. */
async function byWorkers<Thing>(
  workers: readonly Worker[],
  verb: string,
  things: readonly Thing[],
  inputOf: (thing: Thing, worker: Worker, index: number) => Record<string, unknown>,
  selection = 'id',
  of: 'request' | 'call' = 'call',
): Promise<Data[]> {
  const answers: Data[] = [];
  for (const [number, worker] of workers.entries()) {
    const own = [...things.entries()].filter(([index]) => index % workers.length === number);
    const inputs = own.map(([index, thing]) => inputOf(thing, worker, index));
    const some = await takeMany(worker.client, verb, inputs, selection, of);
    for (const [at, [index]] of own.entries()) answers[index] = some[at];
  }
  return answers;
}

it('Malu: 6 social workers with 6 telephones answer Yulan round the clock; of 501 calls 494 are done, near 99 %, and every one is followed up', async () => {
  const town = await platform.newTown();
  const { line, blocks, telephones, workers, households } = await yulan(town);

  // Round the clock: each has one telephone, and is on duty for four hours of every day.
  const week = Array.from({ length: 7 }, (_, day) =>
    workers.map(({ person }, index) => {
      const hour = String(index * 4).padStart(2, '0');
      return duty(person, `2014-01-${String(6 + day).padStart(2, '0')}T${hour}`, 4, telephones[index]);
    }),
  ).flat();
  await town.admin.do('rosterDuties', { hotline: line, duties: week }, 'added');
  await town.admin.do('copyRoster', { hotline: line, week: '2014-01-06', weeks: 8 }, 'added');
  expect(await rosterOf(town.admin, line, '2014-01-06', 28)).toMatchObject({ gaps: [], doubleBookings: [] });

  // Most callers are answered at once; of every third what they ask for is a request, of some about a place.
  const about = await subject(town);
  const calls = Array.from({ length: 501 }, (_, index) => {
    const year = 2013 + (index % 2);
    const calledAt = `${year}-0${1 + (index % 9)}-15T${String(index % 24).padStart(2, '0')}:20:00+08:00`;
    const known = index % 5 === 0 ? { otherName: '租客' } : { household: households[index % 40] };
    return { hotline: line, calledAt, seconds: 120, caller: { ...known, telephone: '13800000000' } };
  });
  const [missed, taken] = [calls.slice(0, 12), calls.slice(12)];
  const what = (worker: Worker, index: number) => {
    const place = index % 5 === 0 ? { place: { unit: blocks[1] } } : {};
    const request = {
      subject: about,
      description: '来电反映',
      level: 'COMMITTEE',
      ...place,
      ...explained(worker.person),
    };
    const outcome = index % 3 === 0 ? { requests: [request] } : { answer: '已答复' };
    return { answeredBy: worker.person, matter: '来电反映', ...outcome };
  };
  const rung = await byWorkers(workers, 'recordMissedCall', missed, ({ seconds: _, ...call }) => call, 'id calledAt');
  const selection = 'id calledAt state requests { id }';
  const back = await byWorkers(
    workers,
    'answerCall',
    rung,
    ({ id, calledAt }: Data, worker, index) => ({ call: id, at: calledAt, ...what(worker, index) }),
    selection,
  );
  const answered = await byWorkers(
    workers,
    'recordCall',
    taken,
    (call, worker, index) => ({ ...call, ...what(worker, index + 12) }),
    selection,
  );
  const all: Data[] = [...back, ...answered];
  expect(all.map(({ state }) => state).sort()).toEqual([
    ...Array(334).fill('ANSWERED'),
    ...Array(167).fill('REQUESTED'),
  ]);

  // Every one is followed up; seven are not content, and what was opened again is not done.
  const isOpen = (index: number) => index % 70 === 69;
  const said = (index: number) =>
    isOpen(index) ? displeased : index % 10 === 3 ? { ...pleased, satisfaction: 'FAIRLY' } : pleased;
  const indexed = all.map((call, index) => ({ ...call, index }));
  const alone = indexed.filter(({ state }) => state === 'ANSWERED');
  await byWorkers(workers, 'followUpCall', alone, ({ id, calledAt, index }) => ({
    call: id,
    at: calledAt,
    ...said(index),
  }));
  const passed = indexed.filter(({ state }) => state === 'REQUESTED');
  const following = ({ requests, calledAt, index }: Data) => ({
    ...{ request: requests[0].id, on: new Date(Date.parse(calledAt) + 8 * 3_600_000).toISOString().slice(0, 10) },
    ...{ ...contented, satisfaction: said(index).satisfaction },
  });
  await byWorkers(workers, 'followUpRequest', passed, following, 'id', 'request');

  const period = 'period: { first: "2013-01-01", last: "2014-12-31" }';
  const figure = (indicator: string, more = '') =>
    `figure(indicator: "call${indicator}", ${period}${more}) { numerator denominator value rounded
      parts { nodes { name numerator denominator rounded } } }`;
  const figures = `calls: ${figure('')} done: ${figure('-completion')} followed: ${figure('-follow-up')}
    content: ${figure('-satisfaction')} recorded: ${figure('-completion', ', basis: AS_RECORDED')}`;
  const read = async (client: ApiClient) =>
    (await client.ask(`query($code: RegisterCode!) { town(code: $code) { ${figures} } }`, { code: town.code })).town;
  const figured = await read(town.admin);
  expect(figured.calls).toMatchObject({ numerator: 501, denominator: null });
  const rate = { numerator: 494, denominator: 501, value: '0.986028', rounded: '98.6 %' };
  expect(figured.done).toEqual({
    ...rate,
    parts: { nodes: [{ name: '育兰社区', numerator: 494, denominator: 501, rounded: '98.6 %' }] },
  });
  expect(figured.followed).toMatchObject({ numerator: 501, denominator: 501, rounded: '100.0 %' });
  expect(figured.content).toEqual(figured.done);
  // As it was recorded, what rang before Yulan was founded is its predecessor's.
  expect(figured.recorded).toMatchObject(rate);
  expect(figured.recorded.parts.nodes.map((part: Data) => [part.name, part.denominator]).sort()).toEqual([
    ['育兰居委会', 251],
    ['育兰社区', 250],
  ]);

  // The workers are compared on completion and satisfaction.
  const rates = 'completion { numerator denominator rounded } followUp { rounded } satisfaction { numerator rounded }';
  const compared = `query($code: RegisterCode!) { town(code: $code) {
    callRates(by: WORKER, filter: { called: { first: "2013-01-01", last: "2014-12-31" } }) { worker { id name } count missed ${rates} } } }`;
  const { callRates } = (await workers[0]?.client.ask(compared, { code: town.code }))?.town ?? {};
  expect(callRates.map((each: Data) => [each.worker.name, each.count, each.missed]).sort()).toEqual([
    ['社工丁', 83, 2],
    ['社工丙', 84, 2],
    ['社工乙', 84, 2],
    ['社工己', 83, 2],
    ['社工戊', 83, 2],
    ['社工甲', 84, 2],
  ]);
  expect(callRates.every((each: Data) => each.followUp.rounded === '100.0 %')).toBe(true);
  for (const { worker, count, completion, satisfaction } of callRates) {
    const mine = indexed.filter(({ index }) => workers[index % 6]?.person === worker.id);
    const open = mine.filter(({ index }) => isOpen(index)).length;
    expect(completion).toMatchObject({ numerator: count - open, denominator: mine.length });
    expect(satisfaction.numerator).toBe(count - open);
  }
  const [worst] = [...callRates].sort(
    (a: Data, b: Data) => a.completion.numerator / a.count - b.completion.numerator / b.count,
  );
  expect(worst.completion.rounded).toBe('96.4 %');

  // A figure opens into its calls in the town, and for the district into units alone.
  const opened = `query($code: RegisterCode!) { town(code: $code) { figure(indicator: "call-completion", ${period}, unit: "${blocks[0]}") {
    numerator denominator calls { totalCount } missing: calls(counted: false) { totalCount nodes { state requests { state satisfaction } } } requests { totalCount } } } }`;
  const { figure: east } = (await workers[1]?.client.ask(opened, { code: town.code }))?.town ?? {};
  expect(east).toMatchObject({ numerator: 393, denominator: 400, calls: { totalCount: 393 }, requests: null });
  expect(east.missing.totalCount).toBe(7);
  expect(east.missing.nodes).toContainEqual({ state: 'REOPENED', requests: [] });
  expect(east.missing.nodes).toContainEqual({
    ...{ state: 'REQUESTED', requests: [{ state: 'ACCEPTED', satisfaction: 'DISSATISFIED' }] },
  });
  const district = town.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  expect(await read(office)).toEqual(figured);
  const { data, errors } = await office.send(opened, { code: town.code });
  expect(errors.map((each) => each.extensions.code)).toEqual(Array(3).fill('FORBIDDEN'));
  expect(data.town.figure).toMatchObject({ numerator: 393, calls: null, missing: null });
  expect(platform.faults).toEqual([]);
}, 120_000);
