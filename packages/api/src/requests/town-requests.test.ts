import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { contented, explained, party, raise, subject, take } from './request.fixture.ts';

const platform = testPlatform();

const list = `query($code: RegisterCode!, $filter: RequestFilter, $orderBy: RequestOrder, $first: Int, $after: String, $last: Int, $before: String) {
  town(code: $code) { requests(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

const read = async (town: TestTown, variables: object) =>
  (await town.admin.ask(list, { code: town.code, orderBy: 'LATEST', ...variables })).town.requests;
const short = ({ nodes }: Data) => nodes.map(({ number }: Data) => Number(number.slice(-6)));

it('requests are found by all that they are, alone and together', async () => {
  const { town, blocks, households } = await settledTown(platform, 2);
  const [holder, other] = [await town.person(), await town.person()];
  const [household, neighbour] = households;
  await raise(town, { household, on: '2026-03-02', ...explained(holder) });
  const done = await raise(town, { household, on: '2026-03-03', source: 'HOTLINE', ...explained(other) });
  await take(town.admin, 'followUpRequest', done.id, contented);
  const water = await subject(town, '供水');
  const away = await raise(town, {
    household: neighbour,
    on: '2026-03-04',
    subject: water,
    handlingClass: 'REASONABLE',
  });
  await take(town.admin, 'acceptRequest', away.id, { holder });
  const works = await party(town, '自来水公司');
  await take(town.admin, 'referRequest', away.id, { party: works });
  await raise(town, { place: { unit: blocks[1] }, level: 'TOWN', concerns: { households: [household] } });
  const undone = await raise(town, { place: { unit: blocks[2] } });
  await take(town.admin, 'withdrawRequest', undone.id, { reason: '误' });
  const days = (first: string, last: string) => ({ first, last });
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const found: [object, number[]][] = [
    [{}, [1, 2, 3, 4, 5]],
    [{ state: ['HANDLED', 'CLOSED'] }, [1, 2]],
    [{ level: ['TOWN'] }, [4]],
    [{ source: ['HOTLINE', 'ONLINE'] }, [2]],
    [{ handlingClass: ['REASONABLE'] }, [3]],
    [{ satisfaction: ['SATISFIED'] }, [2]],
    [{ unit: blocks[0] }, [1, 2, 3]],
    [{ unit: town.unit(0) }, [1, 2, 3, 4, 5]],
    [{ holder }, [1, 3]],
    [{ holder, state: ['REFERRED'] }, [3]],
    [{ subject: water }, [3]],
    [{ party: works }, [3]],
    [{ household }, [1, 2, 4]],
    [{ overdue: true }, [3]],
    [{ overdue: false }, [1, 2, 4, 5]],
    [{ raised: days('2026-03-03', '2026-03-04') }, [2, 3]],
    [{ handled: days('2026-03-03', today) }, [2]],
    [{ number: 'R2026-000003' }, [3]],
    [{ number: ' r2026-4 ' }, [4]],
    [{ number: '2025-4' }, []],
    [{ state: [] }, []],
  ];
  for (const [filter, numbers] of found) {
    const page = await read(town, { filter });
    expect({ filter, numbers: short(page).sort(), total: page.totalCount }).toEqual({
      filter,
      numbers,
      total: numbers.length,
    });
  }
  const rates = `query($code: RegisterCode!, $by: RequestRateGroup!, $filter: RequestFilter) { town(code: $code) { requestRates(by: $by, filter: $filter) {
    worker { id } subject { id } handlingClass source level count overdue completion { rounded } followUp { rounded } } } }`;
  const group = async (by: string, filter = {}) =>
    (await town.admin.ask(rates, { code: town.code, by, filter })).town.requestRates;
  expect((await group('WORKER')).map(({ worker, count }: Data) => [worker?.id ?? null, count])).toEqual(
    expect.arrayContaining([
      [holder, 2],
      [other, 1],
      [null, 1],
    ]),
  );
  expect(await group('SUBJECT', { subject: water })).toMatchObject([
    { subject: { id: water }, count: 1, overdue: 1, completion: { rounded: '0.0 %' } },
  ]);
  expect(await group('CLASS', { handlingClass: ['INDIVIDUAL'] })).toMatchObject([
    { handlingClass: 'INDIVIDUAL', count: 2, completion: { rounded: '100.0 %' }, followUp: { rounded: '50.0 %' } },
  ]);

  const elsewhere = await platform.newTown();
  const strange: [object, string, string][] = [
    [{ unit: elsewhere.unit(0) }, 'NOT_FOUND', 'filter.unit'],
    [{ holder: await elsewhere.person() }, 'NOT_FOUND', 'filter.holder'],
    [{ subject: await subject(elsewhere) }, 'NOT_FOUND', 'filter.subject'],
    [{ party: await party(elsewhere) }, 'NOT_FOUND', 'filter.party'],
    [{ household: blocks[0] }, 'NOT_FOUND', 'filter.household'],
    [{ number: '123' }, 'BAD_INPUT', 'filter.number'],
    [{ raised: days('2026-03-03', '2026-03-02') }, 'BAD_INPUT', 'filter.raised.last'],
  ];
  for (const [filter, code, field] of strange) {
    const { errors } = await town.admin.send(list, { code: town.code, filter, orderBy: 'LATEST' });
    expect({ filter, ...errors[0]?.extensions }).toEqual({ filter, code, field });
  }
});

it('requests are listed page by page, the latest first or the most urgent first, forwards and backwards', async () => {
  const { town, households } = await settledTown(platform, 1);
  const days = ['2026-03-02', '2026-03-04', '2026-03-04', '2026-02-02', '2026-03-03'];
  for (const on of days) await raise(town, { household: households[0], on });
  await raise(town, { household: households[0], on: '2026-03-05', level: 'TOWN' });
  for (const [orderBy, order] of [
    ['LATEST', [6, 3, 2, 5, 1, 4]],
    ['DUE', [4, 1, 5, 2, 3, 6]],
  ] as const) {
    const forwards: number[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Data = await read(town, { orderBy, first: 2, after });
      expect(page.totalCount).toBe(6);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      forwards.push(...short(page));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(forwards).toEqual(order);
    const end = await read(town, { orderBy, last: 4 });
    expect(short(end)).toEqual(order.slice(2));
    expect(short(await read(town, { orderBy, last: 3, before: end.pageInfo.startCursor }))).toEqual(order.slice(0, 2));
  }
  const noDay = JSON.stringify(['2026-02-30', '00000000-0000-0000-0000-000000000000']);
  for (const after of ['x', Buffer.from(noDay).toString('base64url')]) {
    const bad = { code: town.code, orderBy: 'DUE', after };
    expect((await town.admin.send(list, bad)).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', field: 'after' });
  }
});
