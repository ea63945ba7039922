import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { register, settledTown } from '../households/household.fixture.ts';
import { raise } from '../requests/request.fixture.ts';
import { dayOf } from '../today.ts';
import { recordVisit } from '../visits/visit.fixture.ts';

const platform = testPlatform();
const period = { first: '2024-01-01', last: '2024-12-31' };
const counts = 'town:read unit:read unit:count household:count request:count';
const all = `${counts} household:read visit:read request:read`;
const permission = (scope: string) => scope.replace(':', '_').toUpperCase();

type Settled = Awaited<ReturnType<typeof settledTown>>;

let town: TestTown;
let blocks: readonly string[];
/** May count, and may read as well what is counted. */
let counting: ApiClient;
let reading: ApiClient;
/** May count, and see closed periods. */
let closedTo: ApiClient;
let settledHouseholds: readonly string[];

/** 12 households in one block, of which 8 have a contact, and 3 in another, of which 2 have one. */
beforeAll(async () => {
  const settled = await settledTown(platform, 12);
  ({ town, blocks, households: settledHouseholds } = settled);
  const others = await register(town, blocks[1] ?? '', ['B1', 'B2', 'B3']);
  for (const household of [...settled.households.slice(0, 8), ...others.slice(0, 2)]) {
    await recordVisit(town, household, '2024-05-06');
  }
  await raise(town, { household: others[0], on: '2024-05-07' });
  const permissions = [...all.split(' ').map(permission), 'FIGURE_READ'];
  const application = await registerApplication(platform, permissions);
  await consent(town, application, permissions);
  closedTo = await clientOf(platform, application, `${counts} figure:read`);
  counting = await clientOf(platform, application, counts);
  reading = await clientOf(platform, application, all);
});

const number = 'numerator denominator value rounded';
const query = `query($code: RegisterCode!, $indicator: String!, $unit: ID, $period: PeriodInput!) { town(code: $code) {
  figure(indicator: $indicator, unit: $unit, period: $period) { ${number} indicator { suppressedBelow }
    parts { nodes { unit numerator denominator rounded } } } } }`;
const figure = async (client: ApiClient, indicator: string, unit?: string): Promise<Data> =>
  (await client.ask(query, { code: town.code, indicator, unit, period })).town.figure;
const told = ({ numerator, denominator, value, rounded }: Data) => [numerator, denominator, value, rounded];
const nothing = [null, null, null, null];

describe('to an application that may only count', () => {
  it('numbers of people are told in fives, and below five not at all', async () => {
    expect(told(await figure(counting, 'contact'))).toEqual([10, null, '10', '10']);
    expect(told(await figure(counting, 'contact', blocks[0]))).toEqual([10, null, '10', '10']);
    expect(told(await figure(counting, 'contact', blocks[1]))).toEqual([null, null, null, '<5']);
    // None is not told from a few.
    expect(told(await figure(counting, 'contact', blocks[2]))).toEqual([null, null, null, '<5']);
    expect((await figure(counting, 'contact')).indicator.suppressedBelow).toBe(5);
  });

  it('rates are quotients of those, and not told where one of them is not', async () => {
    // 10 of 15; 8 of 12; 2 of 3.
    expect(told(await figure(counting, 'household-contacted'))).toEqual([10, 15, '0.666667', '66.7 %']);
    expect(told(await figure(counting, 'household-contacted', blocks[0]))).toEqual([10, 10, '1.000000', '100.0 %']);
    expect(told(await figure(counting, 'household-contacted', blocks[1]))).toEqual(nothing);
    expect(told(await figure(counting, 'contact-rate', blocks[0]))).toEqual([10, 10, '1.000000', '100.0']);
  });

  it('parts are told so too, and those that are not told are not listed', async () => {
    const { parts } = await figure(counting, 'contact', await above(blocks[0]));
    const shown = parts.nodes.map((part: Data) => [part.unit, part.numerator, part.denominator, part.rounded]);
    // To be listed would tell a few from none.
    expect(shown).toEqual([[blocks[0], 10, null, '10']]);
  });

  it('series, totals of a district and closed figures are told so too', async () => {
    const asked = `query($code: RegisterCode!, $district: RegisterCode!, $unit: ID) {
      town(code: $code) { householdCount
        series(indicator: "contact", unit: $unit, by: MONTH, first: "2024-04-01", last: "2024-05-31") { points { ${number} } } }
      district(code: $district) { figures(indicators: ["household", "contact"], period: { first: "2024-01-01", last: "2024-12-31" }) {
        ... on TownFigureSet { town { code } figures { ${number} } } }
        totals(indicators: ["request"], period: { first: "2024-01-01", last: "2024-12-31" }) { ${number} } } }`;
    const variables = { code: town.code, district: town.code.slice(0, 6), unit: blocks[0] };
    const data = await counting.ask(asked, variables);
    expect(data.town.householdCount).toBe(15);
    expect(data.town.series.points.map(told)).toEqual([
      [null, null, null, '<5'],
      [10, null, '10', '10'],
    ]);
    const own = data.district.figures.find((each: Data) => each.town?.code === town.code);
    expect(own.figures.map(told)).toEqual([
      [15, null, '15', '15'],
      [10, null, '10', '10'],
    ]);
    expect(data.district.totals.map(told)).toEqual([[null, null, null, '<5']]);
  });

  it('a total of a district adds up what is told of each town, so that those which are exact give none of the others away', async () => {
    const settled = [await settledTown(platform, 8)];
    const pair = () => settled.find((one) => settled.some((other) => other !== one && isNear(one, other)));
    const district = (of: TestTown) => of.code.slice(0, 6);
    // Not in the district of the town above, which does not let this application count.
    const isNear = (one: Settled, other: Settled) =>
      district(one.town) === district(other.town) && district(one.town) !== district(town);
    while (!pair()) settled.push(await settledTown(platform, 8));
    const one = pair();
    const other = settled.find((each) => one && each !== one && isNear(one, each));
    if (!one || !other) throw new Error('No two towns of a district');
    for (const household of one.households) await recordVisit(one.town, household, '2024-05-06');
    for (const household of other.households.slice(0, 4)) await recordVisit(other.town, household, '2024-05-06');
    const application = await registerApplication(platform, all.split(' ').map(permission));
    await consent(one.town, application, counts.split(' ').map(permission));
    await consent(other.town, application, all.split(' ').map(permission));
    const asked = `query($district: RegisterCode!) { district(code: $district) {
      totals(indicators: ["contact"], period: { first: "2024-01-01", last: "2024-12-31" }) { numerator }
      series(indicator: "contact", by: YEAR, first: "2024-01-01", last: "2024-12-31") { points { numerator } } } }`;
    const client = await clientOf(platform, application, all);
    const told = (await client.ask(asked, { district: district(one.town) })).district;
    // 8, told as 10, and 4: of 12 it would be 10.
    expect([told.totals[0].numerator, told.series.points[0].numerator]).toEqual([15, 15]);
  });

  it('only months, quarters and years of the calendar are told, whose differences do not add up to a day', async () => {
    const told = async (first: string, last: string, client = counting) => {
      const variables = { code: town.code, indicator: 'contact', period: { first, last } };
      const { errors } = await client.send(query, variables);
      return errors.map(({ extensions }) => [extensions.code, extensions.field]);
    };
    for (const [first, last] of [
      ['2024-02-01', '2024-02-29'],
      ['2024-04-01', '2024-06-30'],
      ['2024-01-01', '2024-12-31'],
    ] as const) {
      expect(await told(first, last)).toEqual([]);
    }
    for (const [first, last] of [
      ['2024-05-06', '2024-05-06'],
      ['2024-02-01', '2024-02-28'],
      ['2024-02-01', '2024-04-30'],
      ['2024-01-01', '2024-11-30'],
    ] as const) {
      expect(await told(first, last), first).toEqual([['BAD_INPUT', 'period']]);
      expect(await told(first, last, reading)).toEqual([]);
    }
    // Of a quarter or year that is not over, each month would tell a day of the rest; the month is told as it stands.
    const today = dayOf(new Date());
    const year = today.slice(0, 4);
    expect(await told(`${year}-01-01`, `${year}-12-31`)).toEqual([['BAD_INPUT', 'period']]);
    const month = { first: `${today.slice(0, 7)}-01`, last: lastDayOf(today) };
    expect(await told(month.first, month.last)).toEqual([]);
    const district = `query($code: RegisterCode!) { district(code: $code) {
      figures(indicators: ["contact"], period: { first: "2024-01-01", last: "2024-11-30" }) { __typename } } }`;
    const { errors } = await counting.send(district, { code: town.code.slice(0, 6) });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
  });

  it('whether a closed figure has changed since is told of what is told alone', async () => {
    const closing = { town: town.code, length: 'MONTH', day: '2024-05-01' };
    await town.admin.do('closePeriod', closing, 'snapshot { id }');
    await recordVisit(town, settledHouseholds[11], '2024-05-08');
    const changed = `query($code: RegisterCode!) { town(code: $code) { figureSnapshots(first: 1) { nodes {
      figures(everywhere: true, changed: true, indicator: ["contact"]) { nodes { name } } } } } }`;
    const names = async (client: ApiClient) => {
      const { figureSnapshots } = (await client.ask(changed, { code: town.code })).town;
      return figureSnapshots.nodes[0].figures.nodes.map((figure: Data) => figure.name);
    };
    expect(await names(town.admin)).toContain('东块');
    expect(await names(closedTo)).toEqual([]);
  });

  it('what only tells few apart is refused', async () => {
    const refusal = async (client: ApiClient, field: string) => {
      const { errors } = await client.send(
        `query($code: RegisterCode!, $period: PeriodInput!) { town(code: $code) { ${field} } }`,
        { code: town.code, period },
      );
      return errors.map(({ extensions }) => extensions.code);
    };
    for (const field of ['recurringSubjects(period: $period) { total }', 'comparisons(period: $period) { asOf }']) {
      expect(await refusal(counting, field), field).toEqual(['FORBIDDEN']);
      expect(await refusal(reading, field), field).toEqual([]);
    }
  });

  it('what counts no people is told as it is', async () => {
    const { rounded, indicator } = await figure(counting, 'block');
    expect([Number(rounded) > 0, indicator.suppressedBelow]).toEqual([true, null]);
    expect(rounded).toBe((await figure(town.admin, 'block')).rounded);
  });
});

describe('every number is told', () => {
  it('to an application that may read in the whole town what is counted', async () => {
    expect(told(await figure(reading, 'contact', blocks[1]))).toEqual([2, null, '2', '2']);
    expect(told(await figure(reading, 'household-contacted', blocks[1]))).toEqual([2, 3, '0.666667', '66.7 %']);
  });

  it('to people, of the town and of the district', async () => {
    expect(told(await figure(town.admin, 'contact', blocks[1]))).toEqual([2, null, '2', '2']);
    const district = town.code.slice(0, 6);
    const opening = { name: 'office', displayName: '区', district };
    await platform.operator.do('openOfficeAccount', opening, 'account { name }');
    const office = await platform.clientOf(`office-${district}`);
    expect(told(await figure(office, 'contact', blocks[1]))).toEqual([2, null, '2', '2']);
  });
});

async function above(unit: string | undefined): Promise<string> {
  return (await town.admin.ask('query($unit: ID!) { unit(id: $unit) { parent { id } } }', { unit })).unit.parent.id;
}

/** The last day of a day's month. */
function lastDayOf(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
