import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { townWithHistory } from '../statements/past.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';

const platform = testPlatform();
const numbers = 'numerator denominator value rounded on period { first last }';

const series = async (client: ApiClient, code: string, args: string, selection = `points { ${numbers} }`) =>
  client.send(`query($code: RegisterCode!) { town(code: $code) { series(${args}) { ${selection} } } }`, { code });

describe('a series', () => {
  let town: TestTown;
  let units: string[];
  let indicators: Data[];

  beforeAll(async () => {
    town = await townWithHistory(await platform.newTown(), 2);
    const find = async (text: string) => {
      const query =
        'query($code: RegisterCode!, $text: String!) { town(code: $code) { unitsEverNamed(text: $text) { unit { id } } } }';
      const { unitsEverNamed } = (await town.admin.ask(query, { code: town.code, text })).town;
      return unitsEverNamed[0].unit.id as string;
    };
    units = [await find('东0村'), await find('新0村'), await find('西1村块')];
    indicators = (await town.admin.ask('{ indicators { code time hasBases } }')).indicators;
  }, 120_000);

  /** What figures say of the days of each point. */
  async function figures(points: Data[], { code, time }: Data, args: string): Promise<Data[]> {
    const asked = points.map(({ period, on }, index) => {
      const days = `period: { first: "${period.first}", last: "${period.last}" }${time === 'STOCK' ? `, on: "${on}"` : ''}`;
      return `f${index}: figure(indicator: "${code}", ${days}${args}) { ${numbers} }`;
    });
    const query = `query($code: RegisterCode!) { town(code: $code) { ${asked.join('\n')} } }`;
    const read = (await town.admin.ask(query, { code: town.code })).town;
    return points.map((_, index) => read[`f${index}`]);
  }

  it.each([
    ['the town', null, ''],
    ['a village that was merged, as recorded', 0, ', basis: AS_RECORDED'],
    ['a village that was merged, as of a day before', 0, ', basis: AS_OF, asOf: "2023-12-31"'],
    ['the village that it became, as of today', 1, ''],
    ['a block whose household was transferred, as recorded', 2, ', basis: AS_RECORDED'],
    ['a block whose household was transferred, as of today', 2, ''],
  ])(
    'of %s says in each step what its figure says of those days',
    async (_name, unit, more) => {
      const args = `${unit === null ? '' : `, unit: "${units[unit]}"`}${more}`;
      let counted = 0;
      for (const indicator of indicators) {
        const asked = `indicator: "${indicator.code}", by: QUARTER, first: "2023-02-01", last: "2025-11-30"${args}`;
        const { data, errors } = await series(town.admin, town.code, asked);
        expect(errors).toEqual([]);
        const { points } = data.town.series;
        expect(points).toHaveLength(12);
        const said = await figures(points, indicator, args);
        const ofStock = indicator.time === 'STOCK';
        const bare = ({ period, ...point }: Data) => (ofStock ? point : { ...point, period });
        expect({ indicator: indicator.code, points: points.map(bare) }).toEqual({
          indicator: indicator.code,
          points: said.map(bare),
        });
        counted += points.reduce((sum: number, point: Data) => sum + point.numerator, 0);
      }
      expect(counted).toBeGreaterThan(0);
    },
    60_000,
  );
});

it('goes by months, quarters and years, each whole, from the one that holds the first day to the one that holds the last', async () => {
  const { town, households } = await settledTown(platform, 1);
  await recordVisit(town, households[0], '2024-01-05');
  await recordVisit(town, households[0], '2024-04-30');
  const periods = async (by: string, first: string, last: string) => {
    const args = `indicator: "contact", by: ${by}, first: "${first}", last: "${last}"`;
    const { data, errors } = await series(
      town.admin,
      town.code,
      args,
      'by basis points { numerator period { first last } }',
    );
    expect(errors).toEqual([]);
    expect(data.town.series).toMatchObject({ by, basis: 'RESTATED' });
    return data.town.series.points.map(({ numerator, period }: Data) => `${period.first} ${period.last} ${numerator}`);
  };
  expect(await periods('MONTH', '2024-01-31', '2024-03-01')).toEqual([
    '2024-01-01 2024-01-31 1',
    '2024-02-01 2024-02-29 0',
    '2024-03-01 2024-03-31 0',
  ]);
  expect(await periods('QUARTER', '2023-12-31', '2024-04-01')).toEqual([
    '2023-10-01 2023-12-31 0',
    '2024-01-01 2024-03-31 1',
    '2024-04-01 2024-06-30 1',
  ]);
  expect(await periods('YEAR', '2024-06-01', '2024-06-01')).toEqual(['2024-01-01 2024-12-31 2']);
});

it('is bounded, and refuses wrong input on the field at fault and whoever may not count', async () => {
  const { town } = await settledTown(platform, 1);
  const refusal = async (args: string, client = town.admin) => {
    const { code, field } = (await series(client, town.code, args)).errors[0]?.extensions ?? {};
    return [code, field];
  };
  const long = 'by: MONTH, first: "2020-01-01", last: "2024-12-31"';
  expect(await refusal(`indicator: "contact", ${long}`)).toEqual([undefined, undefined]);
  expect(await refusal('indicator: "contact", by: MONTH, first: "2020-01-01", last: "2025-01-01"')).toEqual([
    ...['LIMIT_EXCEEDED', 'last'],
  ]);
  expect(await refusal('indicator: "contact", by: YEAR, first: "1900-01-01", last: "2999-01-01"')).toEqual([
    ...['LIMIT_EXCEEDED', 'last'],
  ]);
  expect(await refusal(`indicator: "household-contacted", ${long}`)).toEqual(['LIMIT_EXCEEDED', 'last']);
  expect(await refusal('indicator: "contact", by: MONTH, first: "2024-02-01", last: "2024-01-31"')).toEqual([
    ...['BAD_INPUT', 'last'],
  ]);
  const year = 'by: YEAR, first: "2024-01-01", last: "2024-01-01"';
  expect(await refusal(`indicator: "nothing", ${year}`)).toEqual(['BAD_INPUT', 'indicator']);
  const other = await platform.newTown();
  expect(await refusal(`indicator: "contact", ${year}, unit: "${other.unit(0)}"`)).toEqual(['NOT_FOUND', 'unit']);
  expect(await refusal(`indicator: "contact", ${year}`, other.admin)).toEqual(['NOT_FOUND', 'code']);
  // The platform gets what summaries of towns tell, and nothing of a unit.
  expect(await refusal(`indicator: "contact", ${year}`, platform.operator)).toEqual([undefined, undefined]);
  expect(await refusal(`indicator: "household-contacted", ${year}`, platform.operator)).toEqual([
    'BAD_INPUT',
    'indicator',
  ]);
  expect(await refusal(`indicator: "contact", ${year}, unit: "${town.unit(0)}"`, platform.operator)).toEqual([
    ...['FORBIDDEN', undefined],
  ]);
  expect(platform.faults).toEqual([]);
});
