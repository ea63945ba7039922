import { describe, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { atDesk, type Desk } from '../db/door.ts';
import { fileOf, importFile, member } from '../household-imports/household-import.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { subject, take } from '../requests/request.fixture.ts';
import { dayOf } from '../today.ts';
import { settleWidely } from './demo-households.ts';
import { liveIn } from './demo-life.ts';
import { type InventedRequest, stages } from './demo-requests.ts';
import { recordInvented } from './demo-visits.ts';

const platform = testPlatform();

/** What stands in a town's rows but who wrote them when, whether that was in time, and how rows and numbers are called. */
const volatile = new Set(
  `id audit_key code number recorded_at recorded_by noted_at sent_hash written_at written_by account_id visit_id version_id
   request_id household_id household_category_id resident_id sealed record_faults again reported_in_time`.split(/\s+/),
);

type Rows = Record<string, unknown>[];

/** The rows of some tables that belong to households of a town, in the order in which they were written, bare. */
async function rowsOf(
  town: TestTown,
  table: string,
  belong: string,
  order: string,
  households: string[],
): Promise<Rows> {
  const rows = await platform.database.sql<Record<string, unknown>>(
    `select t.* from ${table} t ${belong} where t.town_id = $1 and h.id = any($2::uuid[]) order by h.code, ${order}`,
    [town.code, households],
  );
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !volatile.has(column))));
}

const own = 'join household h on h.town_id = t.town_id and h.id = t.household_id';
const ofVisit = 'join visit v on v.town_id = t.town_id and v.id = t.visit_id join household h on h.id = v.household_id';
const ofRequest =
  'join request r on r.town_id = t.town_id and r.id = t.request_id join household h on h.id = r.household_id';
const ofVersion = `join visit_version w on w.town_id = t.town_id and w.id = t.version_id
  join visit v on v.id = w.visit_id join household h on h.id = v.household_id`;

function inTown<Value>(town: TestTown, work: (desk: Desk) => Promise<Value>): Promise<Value> {
  const seat = { role: 'app_town', town: Number(town.code) } as const;
  return atDesk(platform.database.orm, seat, new Date(), 'write', work);
}

function uuidOf(id: string): string {
  return Buffer.from(id, 'base64url').toString().split(':').at(-1) ?? '';
}

describe('what the demo writes by the thousand', () => {
  it('of visits was recorded when it was noted, one of thirteen late', async () => {
    const { town, blocks, households } = await settledTown(platform, 13);
    const [block = '', visitor] = [blocks[0], await town.person()];
    const visits = households.map((household, index) => ({
      ...{ household: uuidOf(household), block: uuidOf(block), visitors: [uuidOf(visitor)] },
      ...{ visitedOn: '2024-04-30', way: 'AT_HOME' as const, about: index, request: null },
    }));
    await inTown(town, (desk) => recordInvented(desk, visits));
    const late = `select count(*)::int from visit where town_id = $1 and 'NOTED_LATE' = any(record_faults)`;
    expect(await platform.database.sql(late, [town.code])).toEqual([{ count: 1 }]);
  });

  it('of visits and of requests at every stage is, row by row, what recording them and taking the steps one by one writes', async () => {
    const { town, blocks, households } = await settledTown(platform, 2 * stages.length);
    const [block, holder, second] = [blocks[0], await town.person('甲'), await town.person('乙')];
    const invented = households.filter((_, index) => index % 2 === 0);
    const recorded = households.filter((_, index) => index % 2 === 1);
    const days = { visitedOn: '2024-04-30', handledOn: '2024-05-06', followedUpOn: '2024-05-08' };
    const visits = invented.map((household, index) => ({
      ...{ household: uuidOf(household), block: uuidOf(block), visitedOn: days.visitedOn, way: 'TELEPHONE' as const },
      ...{ visitors: [holder, second].map(uuidOf), about: index },
      request: {
        stage: stages[index] ?? 'RAISED',
        level: 'BLOCK',
        about: index,
        holder: uuidOf(holder),
        ...days,
      } as InventedRequest,
    }));
    await inTown(town, (desk) => recordInvented(desk, visits));

    for (const [index, household] of recorded.entries()) {
      const said = await words(town, invented[index] ?? '');
      const { visit } = await town.admin.do(
        'recordVisit',
        {
          ...{ household, visitedOn: days.visitedOn, way: 'TELEPHONE', visitors: [holder, second] },
          ...{ situation: said.situation, demand: said.demand, service: said.service, outcome: said.outcome },
          requests: [{ subject: await subject(town, said.subject), description: said.description }],
        },
        'visit { requests { id } }',
      );
      await takeUp(town, visit.requests[0].id, stages[index] ?? 'RAISED', { holder, ...days });
    }

    const tables: [string, string, string][] = [
      ['visit', own, 't.id'],
      ['visit_version', ofVisit, 't.id'],
      ['visit_visitor', ofVersion, 't.person_id'],
      ['visit_request', ofVisit, 't.id'],
      ['request', own, 't.id'],
      ['request_household', ofRequest, 't.id'],
      ['request_event', ofRequest, 't.seq'],
    ];
    for (const [table, belong, order] of tables) {
      const [bulk, one] = await Promise.all(
        [invented, recorded].map((some) => rowsOf(town, table, belong, order, some.map(uuidOf))),
      );
      expect(bulk?.length, table).toBeGreaterThanOrEqual(stages.length);
      expect({ table, rows: bulk }).toEqual({ table, rows: one });
    }
  });

  it('of households is, row by row, what importing a file of them writes', async () => {
    const { town, blocks } = await settledTown(platform, 0);
    const block = blocks[0];
    const settled = await inTown(town, (desk) => settleWidely(desk, [uuidOf(block)], 40, '2024-01-01'));
    const query = `query($id: ID!) @purpose(of: CHECK) { unit(id: $id) { name parent { name } ... on Block { households(first: 100) { nodes {
      code address residents { name head birthYear telephone } categories { category { name } reason } } } } } }`;
    const { unit } = await town.admin.ask(query, { id: block });
    const rows = unit.households.nodes.flatMap(({ code, address, residents, categories }: Imported) => [
      ...residents.map(({ name, head, birthYear, telephone }) =>
        member(`入${code}`, {
          ...{ 块区: `${unit.parent.name}/${unit.name}`, 地址: address, 姓名: name },
          ...{ 户主: head ? '是' : '', 出生年份: `${birthYear}`, 电话: telephone ?? '' },
        }),
      ),
      ...categories.map(({ category, reason }) => member(`入${code}`, { 类别: category.name, 类别原因: reason })),
    ]);
    expect(rows.length).toBeGreaterThan(60);
    await importFile(town, fileOf(rows), { duplicates: 'ADD' });
    const imported = await platform.database.sql<{ id: string }>(
      `select id from household where town_id = $1 and code like '入%' order by code`,
      [town.code],
    );
    expect(imported).toHaveLength(settled.length);
    const ofResident = `join resident_stay s on s.town_id = t.town_id and s.resident_id = t.id join household h on h.id = s.household_id`;
    const itself = 'join household h on h.town_id = t.town_id and h.id = t.id';
    const tables: [string, string, string][] = [
      ['household', itself, 't.id'],
      ['household_block', own, 't.id'],
      ['household_address', own, 't.id'],
      ['resident', ofResident, 't.name, t.birth_year, t.telephone'],
      ['resident_stay', own, 't.head desc, t.valid_from'],
      ['household_category', own, 't.category_id, t.reason'],
      ['household_event', own, 't.kind, t.changes::text'],
    ];
    for (const [table, belong, order] of tables) {
      const both = [settled.map(({ household }) => household), imported.map(({ id }) => id)];
      const [bulk, one] = await Promise.all(both.map((some) => rowsOf(town, table, belong, order, some)));
      const bare = (each: Rows | undefined) => each?.map(({ position: _, ...row }) => row);
      expect({ table, rows: bare(bulk) }).toEqual({ table, rows: bare(one) });
    }
  });

  it('of a small town is three visits to each household by members of its block’s teams, none ahead, and figures that add up', async () => {
    const { town, blocks } = await settledTown(platform, 0);
    for (const block of blocks.slice(0, 2)) {
      const team = await town.formTeam(block);
      for (const role of ['LEAD', 'VOLUNTEER', 'LINE_CADRE']) {
        await town.admin.do('joinTeam', { team, person: await town.person(), role }, 'member { id }');
      }
    }
    await inTown(town, (desk) => liveIn(desk, 150, '2023-03-01'));
    const [counts] = await platform.database.sql<Record<string, number>>(
      `select count(*)::int as visits, count(distinct household_id)::int as households, count(distinct block_id)::int as blocks,
         max(visited_on)::text as last, min(visited_on)::text as first from visit where town_id = $1`,
      [town.code],
    );
    expect(counts).toMatchObject({ visits: 450, households: 150, blocks: 2 });
    expect(String(counts?.last) <= dayOf(new Date()) && String(counts?.first) >= '2023-03-01').toBe(true);
    const { town: read } = await town.admin.ask(
      `query($code: RegisterCode!) { town(code: $code) { figure(indicator: "contact", period: { first: "2023-01-01", last: "2030-12-31" }) { numerator }
        requests { totalCount } dueHouseholds { totalCount } householdCount } }`,
      { code: town.code },
    );
    expect(read.figure.numerator).toBe(450);
    expect(read.householdCount).toBe(150);
    expect(read.requests.totalCount).toBeGreaterThan(2);
    expect(read.dueHouseholds.totalCount).toBeGreaterThan(2);
  });
});

interface Imported {
  code: string;
  address: string;
  residents: { name: string; head: boolean; birthYear: number; telephone: string | null }[];
  categories: { category: { name: string }; reason: string }[];
}

/** What was written at the only visit to a household, and the request that was raised at it. */
async function words(town: TestTown, household: string) {
  const [row] = await platform.database.sql<Record<string, string>>(
    `select w.situation, w.demand, w.service, w.outcome, r.description, s.name as subject
     from visit v join visit_version w on w.visit_id = v.id join request r on r.household_id = v.household_id
     join request_subject s on s.id = r.subject_id where v.town_id = $1 and v.household_id = $2`,
    [town.code, uuidOf(household)],
  );
  if (!row) throw new Error('The household was not visited');
  return row;
}

/** Takes a request as far as a stage of the demo's, through the API. */
async function takeUp(
  town: TestTown,
  request: string,
  stage: InventedRequest['stage'],
  { holder, visitedOn, handledOn, followedUpOn }: Record<'holder' | 'visitedOn' | 'handledOn' | 'followedUpOn', string>,
): Promise<void> {
  const step = (verb: string, input: object) => take(town.admin, verb, request, { ...input });
  if (stage === 'RAISED') return;
  await step('acceptRequest', { holder, on: visitedOn });
  if (stage === 'ACCEPTED') return;
  await step('classifyRequest', { handlingClass: 'REASONABLE', on: visitedOn });
  const evidence = [{ kind: 'WORK_RECORD', text: '已上门处理（示例）' }];
  await step('handleRequest', { outcome: '当天解决', evidence, on: handledOn });
  if (stage === 'HANDLED') return;
  const satisfaction = stage === 'REOPENED' ? 'DISSATISFIED' : stage;
  await step('followUpRequest', { way: 'TELEPHONE', outcome: '电话回访', satisfaction, on: followedUpOn });
}
