import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';

const platform = testPlatform();

const defined = `definition chinese: definition(language: ZH) numerator chineseNumerator: numerator(language: ZH)
  denominator chineseDenominator: denominator(language: ZH)`;
const selection = `code name englishName levels time isRate perHundred hasBases rounding permission since ${defined}
  versions { since changed chineseChange: changed(language: ZH) ${defined} }`;

const all = async (): Promise<Data[]> => {
  const town = await platform.newTown();
  return (await town.admin.ask(`{ indicators { ${selection} } }`, {})).indicators;
};

it('every indicator says in both languages what it counts, among what, for which units, since when and what changed', async () => {
  const indicators = await all();
  const codes = indicators.map((each) => each.code);
  expect(new Set(codes).size).toBe(codes.length);
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
  for (const { code, name, versions, levels, isRate, ...indicator } of indicators) {
    const latest = { ...versions[0] };
    expect({ code, since: indicator.since }).toEqual({ code, since: latest.since });
    for (const key of ['definition', 'chinese', 'numerator', 'chineseNumerator', 'denominator', 'chineseDenominator']) {
      expect({ code, [key]: indicator[key] }).toEqual({ code, [key]: latest[key] });
    }
    expect({ code, inTowns: levels[0], isChinese: isChinese(name) }).toEqual({
      code,
      inTowns: 'TOWN',
      isChinese: true,
    });
    for (const [index, version] of versions.entries()) {
      expect(isChinese(version.chinese) && isChinese(version.chineseNumerator)).toBe(true);
      expect(version.definition).not.toBe(version.chinese);
      expect({ code, rate: version.denominator !== null }).toEqual({ code, rate: isRate });
      expect(version.chineseDenominator === null).toBe(version.denominator === null);
      const first = index === versions.length - 1;
      expect({ code, first: version.changed === null }).toEqual({ code, first });
      if (!first) expect(version.since > versions[index + 1].since).toBe(true);
    }
  }
});

it('a definition that changed stays to be read: visits became effective contacts', async () => {
  const contact = (await all()).find((each) => each.code === 'contact');
  expect(contact).toMatchObject({
    ...{ time: 'FLOW', isRate: false, hasBases: true, rounding: 'WHOLE', permission: 'HOUSEHOLD_COUNT' },
    versions: [
      { since: '2026-11-29', changed: expect.stringContaining('one day in the same way') },
      { since: '2026-11-25', definition: expect.stringMatching(/^Visits to households in the period/) },
      { since: '2026-11-24', changed: null },
    ],
  });
  expect(contact?.levels).toEqual(expect.arrayContaining(['TOWN', 'VILLAGE', 'COMMITTEE', 'BLOCK']));
  expect(contact?.levels).not.toContain('BUILDING');
});

it('says how each is written: as a count, in per cent, or to a hundred', async () => {
  const rounding = new Map((await all()).map((each) => [each.code, each.rounding]));
  expect(['household', 'request-completion', 'contact-rate'].map((code) => rounding.get(code))).toEqual([
    ...['WHOLE', 'PER_CENT', 'PER_HUNDRED'],
  ]);
});

it('a stock is counted on the day asked for, and `asOf` is that day where none is said', async () => {
  const { town } = await settledTown(platform, 2);
  const query = `query($code: RegisterCode!) { town(code: $code) {
    none: figure(indicator: "household", on: "1999-01-01") { numerator on asOf basis period { first } }
    later: figure(indicator: "household", asOf: "2024-06-01") { numerator on asOf }
    both: figure(indicator: "household", asOf: "1999-01-01", on: "2024-06-01") { numerator on asOf }
    flow: figure(indicator: "contact", on: "2024-06-01", period: { first: "2024-01-01", last: "2024-12-31" }) { on basis } } }`;
  expect((await town.admin.ask(query, { code: town.code })).town).toEqual({
    none: { numerator: 0, on: '1999-01-01', asOf: '1999-01-01', basis: null, period: null },
    later: { numerator: 2, on: '2024-06-01', asOf: '2024-06-01' },
    both: { numerator: 2, on: '2024-06-01', asOf: '2024-06-01' },
    flow: { on: null, basis: 'RESTATED' },
  });
});
