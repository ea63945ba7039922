import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { register, settledTown } from '../households/household.fixture.ts';
import { explained, raise } from '../requests/request.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';

const platform = testPlatform();
const period = 'period: { first: "2024-01-01", last: "2024-12-31" }';
const figure = '{ indicator { code } numerator denominator value rounded on asOf period { first last } }';

let town: TestTown;
let office: ApiClient;
let code: string;

beforeAll(async () => {
  const settled = await settledTown(platform, 4);
  town = settled.town;
  code = town.code.slice(0, 6);
  const [first, second, third] = settled.households;
  for (const [household, day] of [
    [first, '2024-01-01'],
    [first, '2024-12-31'],
    [second, '2024-06-15'],
    [third, '2023-12-31'],
  ]) {
    await recordVisit(town, household, day);
  }
  const holder = await town.person();
  await raise(town, { household: first, on: '2024-05-06', ...explained(holder) });
  await raise(town, { household: second, on: '2024-05-07' });
  await raise(town, { household: third, on: '2024-05-08' });
  await platform.operator.do(
    'openOfficeAccount',
    { name: 'office', displayName: '区', district: code },
    'account { name }',
  );
  office = await platform.clientOf(`office-${code}`);
});

/** Asks for something of the district. */
const ask = (client: ApiClient, selection: string) =>
  client.send(`query($code: RegisterCode!) { district(code: $code) { ${selection} } }`, { code });

const refusal = async (client: ApiClient, args: string) => {
  const { data, errors } = await ask(client, `figures(${args}) { __typename }`);
  expect(data?.district?.figures ?? null).toBeNull();
  return [errors[0]?.extensions.code, errors[0]?.extensions.field];
};

const indicators = '["household", "block", "contact", "request-completion", "contact-rate", "call-satisfaction"]';
const all = `figures(indicators: ${indicators}, ${period}) { __typename
  ... on TownFigureSet { town { code } figures ${figure} } ... on TownUnavailable { town { code } reason } }`;

describe('the figures of a district', () => {
  it('are those of its towns, in the register’s order; a town that is not set up says so, and the others answer', async () => {
    const { data, errors } = await ask(office, `${all} towns { code status }`);
    expect(errors).toEqual([]);
    const { figures, towns } = data.district;
    expect(figures.map((each: Data) => each.town.code)).toEqual(towns.map((each: Data) => each.code));
    const reasons = towns.map((each: Data) => (each.status === 'ACTIVE' ? undefined : 'NOT_SET_UP'));
    expect(figures.map((each: Data) => each.reason)).toEqual(reasons);
    expect(reasons).toContain('NOT_SET_UP');
    const own = figures.find((each: Data) => each.town.code === town.code);
    const written = own.figures.map((each: Data) => [
      each.indicator.code,
      each.numerator,
      each.denominator,
      each.rounded,
    ]);
    expect(written).toEqual([
      ['household', 4, null, '4'],
      ['block', 3, null, '3'],
      ['contact', 3, null, '3'],
      ['request-completion', 1, 3, '33.3 %'],
      ['contact-rate', 3, 4, '75.0'],
      ['call-satisfaction', 0, 0, null],
    ]);
  });

  it('are what the town’s own figures say, indicator by indicator, on any day and in any months', async () => {
    const { indicators, viewer } = await office.ask('{ indicators { code permission } viewer { permissions } }');
    const known = indicators.filter((each: Data) => viewer.permissions.includes(each.permission));
    // Who is in a category that is sealed is counted in towns alone.
    expect(indicators.filter((each: Data) => !known.includes(each)).map((each: Data) => each.code)).toEqual([
      'household-paired',
    ]);
    for (const [days, on] of [
      ['first: "2024-01-01", last: "2024-12-31"', '2024-12-31'],
      ['first: "2023-12-01", last: "2024-05-31"', '2022-12-31'],
      ['first: "2024-02-10", last: "2024-06-14"', '2023-01-01'],
    ]) {
      const codes = known.map((each: Data) => each.code);
      const asked = `period: { ${days} }, on: "${on}"`;
      const { data, errors } = await ask(
        office,
        `figures(indicators: ${JSON.stringify(codes)}, ${asked}) { ... on TownFigureSet { town { code } figures ${figure} } }`,
      );
      expect(errors).toEqual([]);
      const own = data.district.figures.find((each: Data) => each.town?.code === town.code).figures;
      const single = codes.map(
        (each: string, index: number) => `f${index}: figure(indicator: "${each}", ${asked}) ${figure}`,
      );
      // One operation may not ask for so much at once.
      const read: Data = {};
      for (let first = 0; first < single.length; first += 20) {
        const some = single.slice(first, first + 20).join('\n');
        const query = `query($code: RegisterCode!) { town(code: $code) { ${some} } }`;
        Object.assign(read, (await office.ask(query, { code: town.code })).town);
      }
      expect(own).toEqual(codes.map((_: string, index: number) => read[`f${index}`]));
    }
  });

  it('are added up, a rate as the quotient of sums, naming the towns that are left out', async () => {
    const { data, errors } = await ask(
      office,
      `${all} totals(indicators: ${indicators}, ${period}) { indicator { code } numerator denominator value rounded townCount missing { code } }`,
    );
    expect(errors).toEqual([]);
    const { figures, totals } = data.district;
    const sets = figures.filter((each: Data) => each.__typename === 'TownFigureSet');
    const missing = figures.filter((each: Data) => each.reason).map((each: Data) => ({ code: each.town.code }));
    for (const [index, total] of totals.entries()) {
      const sum = (key: string) => sets.reduce((all: number, each: Data) => all + (each.figures[index][key] ?? 0), 0);
      expect(total).toMatchObject({ townCount: sets.length, missing, numerator: sum('numerator') });
      expect(total.denominator ?? 0).toBe(sum('denominator'));
    }
    expect(totals[3]).toMatchObject({
      indicator: { code: 'request-completion' },
      rounded: '33.3 %',
      value: '0.333333',
    });
  });

  it('can be asked for two periods at once, to hold one against the other', async () => {
    const half = (name: string, days: string) =>
      `${name}: totals(indicators: ["contact"], period: { ${days} }) { numerator period { first } }`;
    const { data } = await ask(
      office,
      `${half('before', 'first: "2023-12-01", last: "2023-12-31"')} ${half('after', 'first: "2024-06-01", last: "2024-06-30"')}`,
    );
    expect(data.district).toEqual({
      before: [{ numerator: 1, period: { first: '2023-12-01' } }],
      after: [{ numerator: 1, period: { first: '2024-06-01' } }],
    });
  });

  it('open into the units that make them up, where the viewer sees units, and never into people', async () => {
    const opened = `figures(indicators: ["contact", "household"], ${period}) { ... on TownFigureSet { town { code } figures {
      parts { nodes { name numerator opens } } } } }`;
    const { data, errors } = await ask(office, opened);
    expect(errors).toEqual([]);
    const own = data.district.figures.find((each: Data) => each.town?.code === town.code);
    expect(own.figures.map(({ parts }: Data) => parts.nodes.map((part: Data) => [part.numerator, part.opens]))).toEqual(
      [[[3, true]], [[4, true]]],
    );
    const visits = `figures(indicators: ["contact"], ${period}) { ... on TownFigureSet { figures { visits { totalCount } } } }`;
    expect((await ask(office, visits)).errors.map((each) => each.extensions.code)).toContain('FORBIDDEN');
    const codes = (await ask(platform.operator, opened)).errors.map((each) => each.extensions.code);
    expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
  });

  it('are within nothing, for the platform as well, which sees no units', async () => {
    const within = `figures(indicators: ["contact"], ${period}) { ... on TownFigureSet { figures { within { name } } } }`;
    for (const client of [office, platform.operator]) {
      const { data, errors } = await ask(client, within);
      expect(errors).toEqual([]);
      expect(data.district.figures.flatMap((each: Data) => each.figures ?? [])).toContainEqual({ within: [] });
    }
    expect(platform.faults).toEqual([]);
  });

  it('count a household from the day on which it is registered, without anybody counting households', async () => {
    const other = await settledTown(platform, 1);
    await register(other.town, other.blocks[1], ['后来']);
    const on = (day: string) =>
      `figures(indicators: ["household"], on: "${day}") { ... on TownFigureSet { town { code } figures { numerator on } } }`;
    const query = (day: string) => `query { districts { ${on(day)} } }`;
    const count = async (day: string) => {
      const { districts } = await platform.operator.ask(query(day));
      const sets = districts.flatMap((each: Data) => each.figures);
      return sets.find((each: Data) => each.town?.code === other.town.code).figures;
    };
    expect(await count('2022-12-31')).toEqual([{ numerator: 0, on: '2022-12-31' }]);
    expect(await count('2023-01-01')).toEqual([{ numerator: 2, on: '2023-01-01' }]);
  });
});

describe('the platform', () => {
  it('has the figures of all districts, from summaries of towns alone', async () => {
    const { districts } = await platform.operator.ask(
      `{ districts { code ${all} totals(indicators: ["contact"], ${period}) { numerator } } }`,
    );
    expect(districts.length).toBe(16);
    const own = districts.find((each: Data) => each.code === code);
    expect(own.figures).toEqual((await ask(office, all)).data.district.figures);
    expect(own.totals).toEqual([{ numerator: 3 }]);
  });

  it('gets nothing that is counted from records: no other days, no distinct households, no figure of a town', async () => {
    expect(
      await refusal(platform.operator, 'indicators: ["contact"], period: { first: "2024-01-01", last: "2024-01-30" }'),
    ).toEqual(['BAD_INPUT', 'period']);
    expect(await refusal(platform.operator, `indicators: ["block", "household-contacted"], ${period}`)).toEqual([
      'BAD_INPUT',
      'indicators.1',
    ]);
    const read = 'query($code: RegisterCode!) { town(code: $code) { figure(indicator: "household") { numerator } } }';
    expect((await platform.operator.send(read, { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(platform.faults).toEqual([]);
  });
});

describe('is refused', () => {
  it('what there is not, what lacks a period or ends before it begins, and too much at once', async () => {
    expect(await refusal(office, 'indicators: ["household", "nothing"]')).toEqual(['BAD_INPUT', 'indicators.1']);
    expect(await refusal(office, 'indicators: ["contact"]')).toEqual(['BAD_INPUT', 'period']);
    expect(
      await refusal(office, 'indicators: ["contact"], period: { first: "2024-02-01", last: "2024-01-31" }'),
    ).toEqual(['BAD_INPUT', 'period.last']);
    const many = JSON.stringify(Array.from({ length: 101 }, () => 'block'));
    expect(await refusal(office, `indicators: ${many}`)).toEqual(['BAD_INPUT', 'indicators']);
  });

  it('to a district office of another district, and gives people of a town that town alone', async () => {
    const elsewhere = code === '310112' ? '310115' : '310112';
    await platform.operator.do(
      'openOfficeAccount',
      { name: 'other', displayName: '区', district: elsewhere },
      'account { name }',
    );
    const other = await platform.clientOf(`other-${elsewhere}`);
    expect((await ask(other, all)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    const { data, errors } = await ask(town.admin, all);
    expect(errors).toEqual([]);
    expect(data.district.figures.map((each: Data) => [each.town.code, each.figures[0].numerator])).toEqual([
      [town.code, 4],
    ]);
  });
});
