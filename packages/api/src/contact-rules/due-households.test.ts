import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { categoriesOf, categorize } from '../categories/category.fixture.ts';
import { openOverlay, register, settledTown } from '../households/household.fixture.ts';
import { contented, explained, raise, take } from '../requests/request.fixture.ts';
import { recordVisit, visitInput } from '../visits/visit.fixture.ts';
import { ruleInput, setRule } from './contact-rule.fixture.ts';

const platform = testPlatform();
const asOf = '2024-06-01';

/** Who is due by a day: number, day and reasons, those that have been due longest first. */
async function dueIn(client: ApiClient, town: TestTown, more: Record<string, unknown> = {}): Promise<string[] | null> {
  const query = `query($code: RegisterCode!, $unit: ID, $team: ID, $person: ID, $asOf: Date, $dueBy: Date) @purpose(of: VISIT) {
    town(code: $code) { dueHouseholds(unit: $unit, team: $team, person: $person, asOf: $asOf, dueBy: $dueBy, first: 100) {
      totalCount nodes { household { code } dueOn reasons { name dueOn } } } } }`;
  const { dueHouseholds } = (await client.ask(query, { code: town.code, asOf, ...more })).town;
  if (dueHouseholds === null) return null;
  expect(dueHouseholds.totalCount).toBe(dueHouseholds.nodes.length);
  return dueHouseholds.nodes.map(({ household, dueOn, reasons }: Data) => {
    expect(reasons[0].dueOn).toBe(dueOn);
    return `${household.code} ${dueOn} ${reasons.map(({ name }: Data) => name ?? '各户').join('、')}`;
  });
}

describe('the due list of a town', () => {
  /** Three households in 东块 (甲, 乙, 丙), one in 西块 (丁), seen by its administrator. */
  let town: TestTown;
  let blocks: readonly string[];
  let households: Record<'甲' | '乙' | '丙' | '丁', string | undefined>;
  let ids: Record<string, string>;

  beforeAll(async () => {
    const settled = await settledTown(platform, 0);
    ({ town, blocks } = settled);
    const [甲, 乙, 丙] = await register(town, blocks[0] ?? '', ['甲', '乙', '丙']);
    const [丁] = await register(town, blocks[1] ?? '', ['丁']);
    households = { 甲, 乙, 丙, 丁 };
    ids = await categoriesOf(town);
    await recordVisit(town, 甲, '2023-06-01');
    await recordVisit(town, 乙, '2024-02-20');
    await categorize(town.admin, 乙, ids.残疾人家庭, '2024-01-01');
    await categorize(town.admin, 丙, ids.独居老人, '2024-05-30');
    await recordVisit(town, 丁, '2024-05-20');
  });

  it('says who is due by which day and why, those first that have been due longest', async () => {
    expect(await dueIn(town.admin, town)).toEqual([
      '丙 2024-01-01 各户',
      '乙 2024-05-20 残疾人家庭',
      '甲 2024-06-01 各户',
    ]);
    expect(await dueIn(town.admin, town, { dueBy: '2024-06-02' })).toContain('丙 2024-01-01 各户、独居老人');
    expect(await dueIn(town.admin, town, { dueBy: '2025-05-20' })).toHaveLength(4);
    expect(await dueIn(town.admin, town, { asOf: '2024-05-20' })).toEqual([
      '丙 2024-01-01 各户',
      '乙 2024-05-20 残疾人家庭',
    ]);
  });

  it('is of a unit, a team, a person or all that somebody sees, and null where they see nobody', async () => {
    const [east, west] = [await town.formTeam(blocks[0] ?? ''), await town.formTeam(blocks[1] ?? '')];
    const person = await town.person();
    await town.admin.do('joinTeam', { team: east, person, role: 'VOLUNTEER' }, 'member { id }');
    const member = await town.account('TEAM_MEMBER', { team: east });
    const neighbour = await town.account('TEAM_LEAD', { team: west });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
    const all = await dueIn(town.admin, town);
    const today = { asOf: undefined };
    expect(await dueIn(town.admin, town, { unit: blocks[0] })).toEqual(all);
    expect(await dueIn(town.admin, town, { unit: blocks[1] })).toEqual([]);
    expect(await dueIn(town.admin, town, { unit: town.unit(1) })).toEqual([]);
    for (const client of [town.admin, officer, member]) {
      expect((await dueIn(client, town, { ...today, team: east }))?.length).toBe(3);
      expect((await dueIn(client, town, { ...today, person }))?.length).toBe(3);
      expect((await dueIn(client, town, { ...today, unit: town.unit(0) }))?.length).toBe(client === member ? 3 : 4);
    }
    expect((await dueIn(member, town, today))?.length).toBe(3);
    expect((await dueIn(neighbour, town, today))?.map((line) => line[0])).toEqual(['丁']);
    expect(await dueIn(neighbour, town, { ...today, unit: blocks[0] })).toBeNull();
    expect(await dueIn(member, town, { ...today, team: west })).toBeNull();
    expect(await dueIn(elsewhere, town, today)).toBeNull();
    const query = `query($code: RegisterCode!, $unit: ID, $team: ID) { town(code: $code) { dueHouseholds(unit: $unit, team: $team) { totalCount } } }`;
    const { errors } = await town.admin.send(query, { code: town.code, unit: blocks[0], team: east });
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', field: 'team' });
    const early = `query($code: RegisterCode!) { town(code: $code) { dueHouseholds(asOf: "2024-06-01", dueBy: "2024-05-31") { totalCount } } }`;
    const refused = await town.admin.send(early, { code: town.code });
    expect(refused.errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', field: 'dueBy' });
  });

  it('names no sensitive category and brings nothing of the last visit unless it is asked for with a purpose', async () => {
    const query = (purpose: string) => `query($code: RegisterCode!) ${purpose} { town(code: $code) {
      dueHouseholds(asOf: "${asOf}", first: 2) { nodes { lastVisit { visitedOn way } toBring { demand outcome }
        reasons { name category { name } rule { everyMonths } since ways note } } } } }`;
    const nodes = async (purpose: string) =>
      (await town.admin.ask(query(purpose), { code: town.code })).town.dueHouseholds.nodes;
    const [never, masked] = await nodes('');
    expect(never).toMatchObject({ lastVisit: null, toBring: { demand: null, outcome: null } });
    expect(masked).toEqual({
      lastVisit: { visitedOn: '2024-02-20', way: 'AT_HOME' },
      toBring: { demand: null, outcome: null },
      reasons: [
        {
          ...{ name: 'Sensitive category', category: null, rule: null, since: '2024-01-01', note: null },
          ways: ['AT_HOME', 'TELEPHONE', 'APPOINTMENT'],
        },
      ],
    });
    const [, full] = await nodes('@purpose(of: VISIT)');
    expect(full).toMatchObject({
      toBring: { demand: '楼道灯坏了，请修', outcome: null },
      reasons: [{ name: '残疾人家庭', category: { name: '残疾人家庭' }, rule: { everyMonths: 3 } }],
    });
  });

  it('brings what the last visit up to the day says now, without what was withdrawn', async () => {
    const [household] = await register(town, blocks[2] ?? '', ['戊']);
    const input = await visitInput(town, household, '2023-02-01', { outcome: '待物业回复' });
    const { visit } = await town.admin.do('recordVisit', input, 'visit { id version }');
    const last = await recordVisit(town, household, '2023-04-01');
    const revising = { visit: visit.id, reason: '补记', outcome: '物业已修好', expectedVersion: visit.version };
    await town.admin.do('reviseVisit', revising, 'visit { id }');
    const read = `query($code: RegisterCode!, $unit: ID, $asOf: Date) @purpose(of: VISIT) { town(code: $code) { dueHouseholds(
      unit: $unit, asOf: $asOf, dueBy: "2025-01-01") { nodes { dueOn toBring { outcome } } } } }`;
    const seen = async (day: string) =>
      (await town.admin.ask(read, { code: town.code, unit: blocks[2], asOf: day })).town.dueHouseholds.nodes;
    const first = { dueOn: '2024-02-01', toBring: { outcome: '物业已修好' } };
    expect(await seen('2023-03-01')).toEqual([first]);
    expect(await seen('2023-05-01')).toEqual([{ dueOn: '2024-04-01', toBring: { outcome: null } }]);
    await town.admin.do('withdrawVisit', { visit: last, reason: '误记' }, 'visit { id }');
    expect(await seen('2023-05-01')).toEqual([first]);
  });

  it('brings the requests that concern the household and are not closed, as far as the viewer sees them', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const [household] = households;
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const holder = await town.person();
    const open = await raise(town, { household, on: '2024-03-01' }, 'number');
    const handled = await raise(town, { household, on: '2024-03-02', ...explained(holder) }, 'id number');
    const closed = await raise(town, { household, on: '2024-03-03', ...explained(holder) }, 'id');
    await take(town.admin, 'followUpRequest', closed.id, contented);
    const withdrawn = await raise(town, { household, on: '2024-03-04' });
    await take(town.admin, 'withdrawRequest', withdrawn.id, { reason: '误报' });
    const read = `query($code: RegisterCode!) { town(code: $code) { dueHouseholds(dueBy: "2199-01-01", first: 100) {
      nodes { household { id } toBring { requests { number state } } } } } }`;
    const { nodes } = (await member.ask(read, { code: town.code })).town.dueHouseholds;
    const brought = nodes.find((each: Data) => each.household.id === household).toBring.requests;
    expect(brought).toEqual([
      { number: handled.number, state: 'HANDLED' },
      { number: open.number, state: 'RAISED' },
    ]);
  });

  it('follows the rules as they are settled, and the preview says how many that makes', async () => {
    const preview = `query($code: RegisterCode!, $category: ID, $months: Int, $days: Int, $ways: [VisitWay!], $from: Date) { town(code: $code) {
      previewContactRule(category: $category, everyMonths: $months, firstWithinDays: $days, ways: $ways, from: $from) {
        asOf before due become cease blocks { block { name } before due become cease } } } }`;
    const ahead = `${new Date().getFullYear() + 1}-01-01`;
    const seen = async (more: Record<string, unknown>) =>
      (await town.admin.ask(preview, { code: town.code, from: ahead, ...more })).town.previewContactRule;
    const dueAhead = async () => (await dueIn(town.admin, town, { asOf: ahead }))?.length;
    const before = await dueAhead();
    const ended = await seen({ category: null });
    // Without the rule for every household only those in categories are due: 乙 and 丙.
    expect(ended).toMatchObject({ asOf: ahead, before, due: 2, become: 0, cease: (before ?? 0) - 2 });
    expect(ended.blocks.map(({ block }: Data) => block.name)).toEqual(['北块', '东块', '西块']);
    await recordVisit(town, households.甲, undefined);
    await recordVisit(town, households.丁, undefined);
    const often = await seen({ months: 1 });
    await setRule(town, { everyMonths: 1, from: ahead });
    expect(await dueAhead()).toBe(often.due);
    expect(often.due).toBe(often.before + often.become - often.cease);
    const telephone = { category: ids.残疾人家庭, ways: ['TELEPHONE'] };
    const called = await seen({ ...telephone, days: 0 });
    await setRule(town, { ...telephone, firstWithinDays: 0, from: ahead });
    expect(await dueAhead()).toBe(called.due);
  });

  it('is previewed by the administrator alone', async () => {
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const query = 'query($code: RegisterCode!) { town(code: $code) { previewContactRule(everyMonths: 99) { due } } }';
    expect((await officer.send(query, { code: town.code })).errors[0]?.extensions).toEqual({
      code: 'FORBIDDEN',
      scopes: ['town:configure'],
    });
    const { errors } = await town.admin.send(query, { code: town.code });
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', field: 'everyMonths' });
    expect(await town.admin.refused('setContactRule', ruleInput(town, { everyMonths: 99 }))).toMatchObject({
      field: 'input.everyMonths',
    });
  });
});

describe('a household in an overlay', () => {
  it('is due to the overlay’s team and to its block’s, and once to whoever sees both', async () => {
    const { town, blocks, households, codes } = await settledTown(platform, 2);
    const { blocks: overlaid } = await openOverlay(town, ['安徽']);
    const placing = { household: households[0], block: overlaid[0], from: '2024-01-01' };
    await town.admin.do('placeInOverlay', placing, 'household { id }');
    const head = await town.account('TEAM_LEAD', { team: await town.formTeam(overlaid[0] ?? '') });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const today = { asOf: undefined };
    const numbers = async (client: ApiClient, more: Record<string, unknown> = {}) =>
      (await dueIn(client, town, { ...today, ...more }))?.map((line) => line.split(' ')[0]);
    expect(await numbers(head)).toEqual([codes[0]]);
    expect(await numbers(head, { unit: overlaid[0] })).toEqual([codes[0]]);
    expect(await dueIn(head, town, { ...today, unit: blocks[0] })).toBeNull();
    for (const client of [town.admin, officer]) expect(await numbers(client)).toEqual(codes);
    await town.admin.do(
      'moveHousehold',
      { household: households[1], block: blocks[1], from: '2024-02-01' },
      'household { id }',
    );
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    // Who has moved on since the day is for whoever is in charge of them today.
    expect(await numbers(member, { asOf: '2024-01-15' })).toEqual([codes[0]]);
  });
});
