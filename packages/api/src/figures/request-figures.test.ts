import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { call } from '../calls/call.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { contented, explained, raise, take } from '../requests/request.fixture.ts';

const platform = testPlatform();

it('rates of requests count among the same, and open into their requests in the town and into units for the district', async () => {
  const { town, blocks, households } = await settledTown(platform, 3);
  const holder = await town.person();
  const on = '2026-03-02';
  const handled = { on, ...explained(holder) };
  const [first, second, third] = households;
  for (const [household, satisfaction] of [
    [first, 'SATISFIED'],
    [second, 'FAIRLY'],
    [third, 'DISSATISFIED'],
  ]) {
    const { id } = await raise(town, { household, ...handled });
    await take(town.admin, 'followUpRequest', id, { ...contented, satisfaction });
  }
  await raise(town, { household: first, ...handled });
  await raise(town, { place: { unit: blocks[1] }, on });
  const { id: gone } = await raise(town, { household: first, on });
  await take(town.admin, 'withdrawRequest', gone, { reason: '已自行解决' });

  const period = 'period: { first: "2026-03-01", last: "2026-03-31" }';
  const figure = (indicator: string, more = '') => `figure(indicator: "request${indicator}", ${period}${more})`;
  const query = `query($code: RegisterCode!) { town(code: $code) { all: ${figure('')} { numerator denominator }
    done: ${figure('-completion')} { numerator denominator rounded } followed: ${figure('-follow-up')} { numerator denominator }
    content: ${figure('-satisfaction')} { numerator denominator } near: ${figure('-grassroots')} { numerator denominator }
    parts: ${figure('-completion', `, unit: "${town.unit(0)}"`)} { parts { nodes { name numerator denominator } } } } }`;
  const read = (await town.admin.ask(query, { code: town.code })).town;
  expect(read).toEqual({
    all: { numerator: 5, denominator: null },
    done: { numerator: 3, denominator: 5, rounded: '60.0 %' },
    followed: { numerator: 3, denominator: 5 },
    content: { numerator: 2, denominator: 5 },
    near: { numerator: 3, denominator: 5 },
    parts: {
      parts: {
        nodes: [
          { name: '东块', numerator: 3, denominator: 4 },
          { name: '西块', numerator: 0, denominator: 1 },
        ],
      },
    },
  });
  const opened = `query($code: RegisterCode!) { town(code: $code) { ${figure('-completion', `, unit: "${blocks[0]}"`)} {
    missing: requests(counted: false) { totalCount nodes { state satisfaction } } requests { totalCount } calls { totalCount } } } }`;
  expect((await town.admin.ask(opened, { code: town.code })).town.figure).toEqual({
    missing: { totalCount: 1, nodes: [{ state: 'ACCEPTED', satisfaction: 'DISSATISFIED' }] },
    requests: { totalCount: 3 },
    calls: null,
  });
  const district = town.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  expect((await office.ask(query, { code: town.code })).town).toEqual(read);
  const { data, errors } = await office.send(opened, { code: town.code });
  expect(errors.map((each) => each.extensions.code)).toEqual(Array(3).fill('FORBIDDEN'));
  expect(data.town.figure).toEqual({ missing: null, requests: null, calls: null });
});

it('calls to a hotline of the town that nobody knows from whom they are count for the town, and for no unit of it', async () => {
  const { town, households } = await settledTown(platform, 1);
  await call(town, { calledAt: '2026-03-02T10:00:00+08:00' });
  await call(town, { calledAt: '2026-03-02T10:00:00+08:00', caller: { household: households[0] } });
  for (const basis of ['AS_RECORDED', 'AS_OF', 'RESTATED']) {
    const query = `query($code: RegisterCode!) { town(code: $code) { figure(indicator: "call", basis: ${basis}, period: { first: "2026-03-01", last: "2026-03-31" }) {
      numerator parts { nodes { unit numerator } } calls { totalCount } } } }`;
    expect((await town.admin.ask(query, { code: town.code })).town.figure).toEqual({
      numerator: 2,
      parts: {
        nodes: expect.arrayContaining([
          { unit: town.unit(0), numerator: 1 },
          { unit: null, numerator: 1 },
        ]),
      },
      calls: { totalCount: 2 },
    });
  }
});
