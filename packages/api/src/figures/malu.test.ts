import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { contented, explained, subject, takeMany } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();
const [begins, founded] = ['2010-01-01', '2013-12-31'];

it('Malu: of 501 calls to the hotline of Yulan 494 are done, near 99 %, every one of them followed up; workers are assessed by them', async () => {
  const town = await platform.newTown();
  // Yulan was founded at the end of 2013 and took over what its predecessor had been called about.
  const before = await town.openUnit({ kind: 'COMMITTEE', name: '育兰居委会', parent: undefined, from: begins });
  const blocks: string[] = [];
  for (const name of ['东块', '西块']) blocks.push(await town.openUnit({ name, parent: before, from: begins }));
  const codes = Array.from({ length: 40 }, (_, index) => `育兰${index}`);
  const registering = { block: blocks[0], codes, from: begins };
  const { households } = await town.admin.do('registerHouseholds', registering, 'households { id }');
  await apply(town, founded, [
    { open: { ref: 'y', kind: 'COMMUNITY', name: '育兰社区' } },
    { merge: { units: [before], into: '#y' } },
  ]);
  const workers: string[] = [];
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己']) workers.push(await town.person(`社工${name}`));

  const hotline = { source: 'HOTLINE', subject: await subject(town), description: '来电反映', level: 'COMMITTEE' };
  const calls = Array.from({ length: 501 }, (_, index) => {
    const worker = workers[index % 6] ?? '';
    const where = index % 5 === 0 ? { place: { unit: blocks[1] } } : { household: households[index % 40].id };
    const done = index < 494 ? explained(worker) : {};
    const on = `${2013 + (index % 2)}-0${1 + (index % 9)}-15`;
    return { ...hotline, ...where, ...done, on };
  });
  const raised = await takeMany(town.admin, 'raiseRequest', calls, 'id state raisedOn');
  const open = raised.slice(494).map(({ id }: Data, index: number) => ({ request: id, holder: workers[index % 6] }));
  await takeMany(town.admin, 'acceptRequest', open);
  const handled = raised.filter(({ state }: Data) => state === 'HANDLED');
  expect(handled).toHaveLength(494);
  await takeMany(
    town.admin,
    'followUpRequest',
    handled.map(({ id, raisedOn }: Data, index: number) => ({
      ...{ request: id, ...contented, on: raisedOn },
      ...(index % 10 === 9 ? { satisfaction: 'FAIRLY' } : {}),
    })),
  );

  const period = 'period: { first: "2013-01-01", last: "2014-12-31" }';
  const figure = (indicator: string, more = '') =>
    `figure(indicator: "request${indicator}", ${period}${more}) { numerator denominator value rounded
      parts { nodes { name numerator denominator rounded } } }`;
  const rates = `completion { numerator denominator rounded } followUp { rounded } satisfaction { rounded }`;
  const query = `query($code: RegisterCode!) { town(code: $code) {
    calls: ${figure('')} done: ${figure('-completion')} followed: ${figure('-follow-up')} content: ${figure('-satisfaction')}
    recorded: ${figure('-completion', ', basis: AS_RECORDED')}
    workers: requestRates(by: WORKER, filter: { raised: { first: "2013-01-01", last: "2014-12-31" } }) { worker { name } count ${rates} }
    sources: requestRates(by: SOURCE) { source count ${rates} } } }`;
  const read = async (client: ApiClient) => (await client.ask(query, { code: town.code })).town;
  const { calls: all, done, followed, content, recorded, ...groups } = await read(town.admin);
  expect(all).toMatchObject({ numerator: 501, denominator: null });
  const rate = { numerator: 494, denominator: 501, value: '0.986028', rounded: '98.6 %' };
  expect(done).toEqual({
    ...rate,
    parts: { nodes: [{ name: '育兰社区', numerator: 494, denominator: 501, rounded: '98.6 %' }] },
  });
  // Every one that is done was followed up, and nobody was dissatisfied.
  expect([followed, content]).toEqual([done, done]);
  expect(recorded).toMatchObject(rate);
  expect(recorded.parts.nodes.map((part: Data) => [part.name, part.denominator]).sort()).toEqual([
    ['育兰居委会', 251],
    ['育兰社区', 250],
  ]);
  expect(groups.workers.map((each: Data) => each.count).sort()).toEqual([83, 83, 83, 83, 84, 85]);
  const lasting = groups.workers.filter((each: Data) => each.completion.rounded !== '100.0 %');
  expect(lasting.map((each: Data) => each.completion.denominator - each.completion.numerator).sort()).toEqual([
    ...[1, 1, 1, 1, 1, 2],
  ]);
  expect(groups.sources).toEqual([
    {
      ...{ source: 'HOTLINE', count: 501, completion: { numerator: 494, denominator: 501, rounded: '98.6 %' } },
      ...{ followUp: { rounded: '98.6 %' }, satisfaction: { rounded: '98.6 %' } },
    },
  ]);

  // A figure opens into its requests in the town, and for the district into units alone.
  const opened = `query($code: RegisterCode!) { town(code: $code) { figure(indicator: "request-completion", ${period}, unit: "${blocks[1]}") {
    numerator denominator missing: requests(counted: false) { totalCount nodes { state place { unit { name } } } } requests { totalCount } } } }`;
  const { figure: west } = (await town.admin.ask(opened, { code: town.code })).town;
  expect(west).toMatchObject({ numerator: 99, denominator: 101, requests: { totalCount: 99 } });
  const missing = { state: 'ACCEPTED', place: { unit: { name: '西块' } } };
  expect(west.missing).toEqual({ totalCount: 2, nodes: [missing, missing] });
  const district = town.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  const counts = query.replace(/workers:[\s\S]*/, '} }');
  expect((await office.ask(counts, { code: town.code })).town).toEqual({
    calls: all,
    done,
    followed,
    content,
    recorded,
  });
  const { data, errors } = await office.send(opened, { code: town.code });
  expect(errors.map((each) => each.extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  expect(data.town.figure).toMatchObject({ numerator: 99, missing: null, requests: null });
}, 120_000);
