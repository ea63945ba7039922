import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';

const platform = testPlatform();
const months = 'by: MONTH, first: "2023-12-15", last: "2024-02-01"';
const numbers = 'numerator denominator value rounded on period { first last }';

const ask = (client: ApiClient, code: string, selection: string) =>
  client.send(`query($code: RegisterCode!) { district(code: $code) { ${selection} } }`, { code });
const series = (args: string) => `series(${args}) { by basis indicator { code } points { ${numbers} } }`;

it('says in each step what the totals of the district say of its days, to the platform and to the district office', async () => {
  const { town, households } = await settledTown(platform, 3);
  const code = town.code.slice(0, 6);
  for (const day of ['2023-12-31', '2024-01-01', '2024-01-31']) await recordVisit(town, households[0], day);
  const opening = { name: 'series', displayName: '区', district: code };
  const { account } = await platform.operator.do('openOfficeAccount', opening, 'account { name }');
  const office = await platform.clientOf(account.name);
  for (const [indicator, basis, ...asked] of [
    ['contact', 'RESTATED', platform.operator, office],
    ['contact-rate', null, platform.operator, office],
    ['household', null, platform.operator, office],
    ['household-contacted', null, office],
  ] as const) {
    for (const client of asked) {
      const { data, errors } = await ask(client, code, series(`indicator: "${indicator}", ${months}`));
      expect(errors).toEqual([]);
      const { points, ...head } = data.district.series;
      expect(head).toEqual({ by: 'MONTH', basis, indicator: { code: indicator } });
      const totals = points.map(({ period, on }: Data, index: number) => {
        const days = `period: { first: "${period.first}", last: "${period.last}" }${on ? `, on: "${on}"` : ''}`;
        return `t${index}: totals(indicators: ["${indicator}"], ${days}) { ${numbers} }`;
      });
      const said = (await ask(client, code, totals.join(' '))).data.district;
      const bare = ({ period, ...point }: Data) => (indicator === 'household' ? point : { ...point, period });
      expect(points.map(bare)).toEqual(points.map((_: Data, index: number) => bare(said[`t${index}`][0])));
      expect(points).toHaveLength(3);
    }
  }
  const { data } = await ask(office, code, series(`indicator: "contact", ${months}`));
  expect(data.district.series.points.map((point: Data) => point.numerator)).toEqual([1, 2, 0]);
});

it('refuses wrong input on the field at fault, what summaries do not tell the platform, and who is not of the district', async () => {
  const { town } = await settledTown(platform, 1);
  const code = town.code.slice(0, 6);
  const refusal = async (client: ApiClient, args: string) => {
    const { data, errors } = await ask(client, code, series(args));
    expect(data?.district?.series ?? null).toBeNull();
    return [errors[0]?.extensions.code, errors[0]?.extensions.field];
  };
  expect(await refusal(platform.operator, `indicator: "nothing", ${months}`)).toEqual(['BAD_INPUT', 'indicator']);
  expect(await refusal(platform.operator, `indicator: "household-contacted", ${months}`)).toEqual([
    ...['BAD_INPUT', 'indicator'],
  ]);
  const long = 'by: MONTH, first: "2020-01-01", last: "2025-01-01"';
  expect(await refusal(platform.operator, `indicator: "contact", ${long}`)).toEqual(['LIMIT_EXCEEDED', 'last']);
  const backwards = 'by: MONTH, first: "2024-02-01", last: "2024-01-31"';
  expect(await refusal(platform.operator, `indicator: "contact", ${backwards}`)).toEqual(['BAD_INPUT', 'last']);
  const elsewhere = code === '310112' ? '310115' : '310112';
  const opening = { name: 'elsewhere', displayName: '区', district: elsewhere };
  const { account } = await platform.operator.do('openOfficeAccount', opening, 'account { name }');
  const other = await platform.clientOf(account.name);
  expect(await refusal(other, `indicator: "contact", ${months}`)).toEqual(['NOT_FOUND', 'code']);
  expect(platform.faults).toEqual([]);
});
