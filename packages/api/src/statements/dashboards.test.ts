import { describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { listen } from './listen.fixture.ts';
import { townWithHistory } from './past.fixture.ts';

const platform = testPlatform();

describe('a dashboard takes as many statements', () => {
  const indicators =
    '["household", "team", "village", "block", "contact", "contact-rate", "contact-record", "request-completion"]';
  const period = 'period: { first: "2024-01-01", last: "2024-12-31" }';
  const before = 'period: { first: "2023-01-01", last: "2023-12-31" }';
  const figures = (period: string) => `figures(indicators: ${indicators}, ${period}) {
    ... on TownFigureSet { town { name } figures { indicator { code } numerator denominator rounded } } ... on TownUnavailable { town { name } reason } }`;
  const selection = `code ${figures(period)} before: ${figures(before)} totals(indicators: ${indicators}, ${period}) { rounded missing { name } }
    series(indicator: "contact-rate", by: MONTH, first: "2024-01-01", last: "2024-12-31") { points { rounded } }`;
  const setsIn = (data: Data) =>
    data.districts.flatMap((each: Data) => each.figures.filter((one: Data) => 'figures' in one)).length;

  it('for all districts, whatever the number of towns, indicators and periods: at most 5', async () => {
    const query = `{ districts { ${selection} } }`;
    await settledTown(platform, 2);
    const few = await listen(platform.operator, query, {});
    for (let more = 0; more < 4; more++) await settledTown(platform, 2);
    const many = await listen(platform.operator, query, {});
    expect(setsIn(many.data)).toBe(setsIn(few.data) + 4);
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
    expect(many.sent.length, many.sent.join('\n')).toBeLessThanOrEqual(5);
  });

  it('for a district that opens its figures into units and counts from records, whatever the number of its towns', async () => {
    const { town } = await settledTown(platform, 2);
    const district = town.code.slice(0, 6);
    await platform.operator.do('openOfficeAccount', { name: 'board', displayName: '区', district }, 'account { name }');
    const office = await platform.clientOf(`board-${district}`);
    const opened = `opened: figures(indicators: ["contact", "household-contacted"], period: { first: "2024-01-15", last: "2024-11-15" }) {
      ... on TownFigureSet { figures { numerator denominator parts { nodes { name numerator } } } } }`;
    const query = `{ districts { ${selection} ${opened} } }`;
    const few = await listen(office, query, {});
    const towns = await platform.database.sql<{ code: string }>(
      `select code from town_version join town on town.id = town_id where set_up_on is null and district_code = $1
       and (select count(*) from register_unit where town_code = town.code) >= 4 and valid_to is null limit 2`,
      [district],
    );
    for (const { code } of towns) await platform.operator.do('setUpTown', { code }, 'town { code }');
    expect(towns).toHaveLength(2);
    const many = await listen(office, query, {});
    expect(setsIn(many.data)).toBe(setsIn(few.data) + 2);
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
    expect(many.sent.length, many.sent.join('\n')).toBeLessThanOrEqual(10);
  });
});

it('all towns of a district with their households and contacts: at most 11', async () => {
  const town = await townWithHistory(await platform.newTown(), 1);
  const district = town.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  const query = `{ districts { towns { householdCount changes(from: "2023-06-01", to: "2024-11-01") { day }
    households: figure(indicator: "household") { numerator } restructurings(first: 1) { totalCount }
    contacts: figure(indicator: "contact", period: { first: "2023-01-01", last: "2024-12-31" }) { numerator } } } }`;
  const { data, sent } = await listen(office, query, {});
  expect(data.districts[0].towns.length).toBeGreaterThan(1);
  expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(11);
});

it.each([
  ['contact', 6],
  ['contact-record', 6],
  ['contact-rate', 7],
  ['household', 4],
  ['household-contacted', 4],
])(
  'a series of %s takes as many statements for many steps as for one, of the town and of a unit: at most %i',
  async (indicator, most) => {
    const { town, blocks, households } = await settledTown(platform, 3);
    for (const day of ['2024-01-05', '2024-07-05', '2025-06-05']) await recordVisit(town, households[0], day);
    await apply(town, '2024-06-01', [{ merge: { units: [blocks[1]], into: blocks[0] } }]);
    const of = (name: string, unit: string, last: string) =>
      `${name}: series(indicator: "${indicator}", by: MONTH, first: "2024-01-01", last: "${last}"${unit}) { points { numerator denominator rounded } }`;
    const query = (last: string) => `query($code: RegisterCode!) { town(code: $code) {
    ${of('town', '', last)} ${of('unit', `, unit: "${town.unit(0)}"`, last)} } }`;
    for (const last of ['2024-01-31', '2025-12-31']) await town.admin.ask(query(last), { code: town.code });
    const few = await listen(town.admin, query('2024-01-31'), { code: town.code });
    const many = await listen(town.admin, query('2025-12-31'), { code: town.code });
    expect(many.data.town.unit.points).toHaveLength(24);
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
    expect(many.sent.length, many.sent.join('\n')).toBeLessThanOrEqual(most);
  },
);
