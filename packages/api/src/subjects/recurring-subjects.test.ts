import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { project } from '../projects/project.fixture.ts';
import { raise, subject, take } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();

const counts = `period { first last } before { first last } total totalBefore subjects { subject { name } count before change rising
  share { numerator denominator rounded } months { month count } parts { unit name count before opens } }`;

async function recurring(client: ApiClient, town: TestTown, selection: string, args: string): Promise<Data> {
  const query = `query($code: RegisterCode!) { town(code: $code) { recurringSubjects(${args}) { ${selection} } } }`;
  return (await client.ask(query, { code: town.code })).town.recurringSubjects;
}

it('what many ask for is summed up by subject, place and month, those first that rise, and a restructuring carries it along', async () => {
  const { town, blocks, households } = await settledTown(platform, 2);
  const parking = await subject(town, '停车');
  const noise = await subject(town, '噪声');
  const days = ['2024-01-10', '2024-02-10', '2024-02-11', '2024-03-31'];
  for (const on of days) await raise(town, { household: households[0], subject: parking, on });
  await raise(town, { place: { unit: blocks[1] }, subject: parking, on: '2023-12-31' });
  for (const on of ['2023-10-01', '2023-11-01']) await raise(town, { household: households[1], subject: noise, on });
  await raise(town, { place: { unit: town.unit(1) }, subject: noise, on: '2024-01-01' });
  // Neither before the period before, nor after the period, nor withdrawn.
  await raise(town, { household: households[0], subject: parking, on: '2023-09-30' });
  await raise(town, { household: households[0], subject: parking, on: '2024-04-01' });
  const lost = await raise(town, { household: households[0], subject: parking, on: '2024-01-11' });
  await take(town.admin, 'withdrawRequest', lost.id, { reason: '重复' });

  const quarter = 'period: { first: "2024-01-01", last: "2024-03-31" }';
  const read = await recurring(town.admin, town, counts, quarter);
  expect(read).toMatchObject({
    ...{ before: { first: '2023-10-01', last: '2023-12-31' }, total: 5, totalBefore: 3 },
  });
  const unit = { unit: town.unit(0), name: expect.any(String), opens: true };
  expect(read.subjects).toEqual([
    {
      ...{ subject: { name: '停车' }, count: 4, before: 1, change: 3, rising: true },
      share: { numerator: 4, denominator: 5, rounded: '80.0 %' },
      months: [
        { month: '2024-01-01', count: 1 },
        { month: '2024-02-01', count: 2 },
        { month: '2024-03-01', count: 1 },
      ],
      parts: [{ ...unit, count: 4, before: 1 }],
    },
    {
      ...{ subject: { name: '噪声' }, count: 1, before: 2, change: -1, rising: false },
      share: { numerator: 1, denominator: 5, rounded: '20.0 %' },
      months: [
        { month: '2024-01-01', count: 1 },
        { month: '2024-02-01', count: 0 },
        { month: '2024-03-01', count: 0 },
      ],
      parts: [
        { ...unit, unit: town.unit(1), count: 1, before: 0, opens: false },
        { ...unit, count: 0, before: 2 },
      ],
    },
  ]);
  // It opens down to the block, and follows a merger.
  const within = `, unit: "${town.unit(0)}"`;
  const inUnit = 'total subjects { count before parts { name unit count before opens } }';
  const opened = await recurring(town.admin, town, inUnit, quarter + within);
  expect(opened.total).toBe(4);
  expect(opened.subjects[0].parts.map(({ unit: block, count, before }: Data) => [block, count, before])).toEqual([
    [blocks[0], 4, 0],
    [blocks[1], 0, 1],
  ]);
  await apply(town, '2025-01-01', [{ merge: { units: [blocks[0]], into: blocks[1] } }]);
  const merged = await recurring(town.admin, town, inUnit, quarter + within);
  expect(merged.subjects[0].parts).toEqual([
    { unit: blocks[1], name: expect.any(String), count: 4, before: 1, opens: false },
  ]);
});

it('a subject opens into its requests as far as they are visible, the households they concern and the projects about it', async () => {
  const { town, blocks, households } = await settledTown(platform, 2);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const parking = await subject(town, '停车');
  const first = await raise(town, { household: households[0], subject: parking, on: '2026-01-10' });
  await raise(town, {
    ...{ place: { unit: blocks[0] }, concerns: { units: [blocks[0]] } },
    ...{ subject: parking, on: '2026-01-11' },
  });
  await raise(town, { place: { unit: town.unit(1) }, subject: parking, on: '2026-01-12' });
  const { id } = await project(town, { requests: [first.id], year: 2026 });
  const selection = `subjects { count households inProjects requests { totalCount nodes { raisedOn } } projects { id year } }`;
  const january = 'period: { first: "2026-01-01", last: "2026-01-31" }';
  const [all] = (await recurring(town.admin, town, selection, january)).subjects;
  expect(all).toEqual({
    ...{ count: 3, households: 2, inProjects: 1, projects: [{ id, year: 2026 }] },
    requests: {
      totalCount: 3,
      nodes: ['2026-01-12', '2026-01-11', '2026-01-10'].map((raisedOn) => ({ raisedOn })),
    },
  });
  const [, only] = await Promise.all(
    ['停车', '噪声'].map(async (name) =>
      recurring(town.admin, town, 'total subjects { count }', `${january}, subject: "${await subject(town, name)}"`),
    ),
  );
  expect(only).toEqual({ total: 3, subjects: [] });
  // Everybody in the town sees how many there are; which they are, whoever sees them.
  const [seen] = (await recurring(officer, town, selection, january)).subjects;
  expect(seen).toEqual({ ...all, requests: { totalCount: 1, nodes: [{ raisedOn: '2026-01-12' }] } });

  const district = town.code.slice(0, 6);
  await platform.operator.do(
    'openOfficeAccount',
    { name: 'subjects', displayName: '区', district },
    'account { name }',
  );
  const office = await platform.clientOf(`subjects-${district}`);
  expect(await recurring(office, town, counts, january)).toEqual(await recurring(town.admin, town, counts, january));
  const query = `query($code: RegisterCode!) { town(code: $code) { requestSubjects { name }
    recurringSubjects(${january}) { subjects { households inProjects requests { totalCount } projects { id } } } } }`;
  const { data, errors } = await office.send(query, { code: town.code });
  expect(data.town.recurringSubjects.subjects).toEqual([
    { households: null, inProjects: null, requests: null, projects: null },
  ]);
  expect(errors.map((each) => each.extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  expect(data.town.requestSubjects.map(({ name }: Data) => name)).toContain('停车');
});

it('a period that is turned round or too long, and a unit of elsewhere, are refused on their field', async () => {
  const town = await platform.newTown();
  const elsewhere = await platform.newTown();
  const query = (args: string) =>
    `query($code: RegisterCode!) { town(code: $code) { recurringSubjects(${args}) { total } } }`;
  for (const [args, code, field] of [
    ['period: { first: "2026-02-01", last: "2026-01-31" }', 'BAD_INPUT', 'period.last'],
    ['period: { first: "2020-01-01", last: "2025-01-01" }', 'BAD_INPUT', 'period.last'],
    [`period: { first: "2026-01-01", last: "2026-01-31" }, unit: "${elsewhere.unit(0)}"`, 'NOT_FOUND', 'unit'],
    [
      `period: { first: "2026-01-01", last: "2026-01-31" }, subject: "${await subject(elsewhere)}"`,
      'NOT_FOUND',
      'subject',
    ],
  ] as const) {
    const { errors } = await town.admin.send(query(args), { code: town.code });
    expect(errors[0]?.extensions).toMatchObject({ code, field });
  }
  const whole = await town.admin.ask(query('period: { first: "2020-01-01", last: "2024-12-31" }'), { code: town.code });
  expect(whole.town.recurringSubjects.total).toBe(0);
});
