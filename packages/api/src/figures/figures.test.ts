import { describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { apply, pathsOf } from '../restructurings/restructuring.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';

const platform = testPlatform();
const [begins, eve, day] = ['2010-01-01', '2013-12-30', '2013-12-31'];

/** Four villages and six committees with two blocks each, a team and three households in every block. */
async function malu() {
  const town = await platform.newTown();
  const units: { id: string; blocks: string[] }[] = [];
  const households: string[] = [];
  for (let index = 0; index < 10; index++) {
    const [kind, name] = index < 4 ? ['VILLAGE', `第${index}村`] : ['COMMITTEE', `第${index}居委`];
    const id = await town.openUnit({ kind, name, parent: undefined, from: begins });
    const blocks: string[] = [];
    for (const each of ['东块', '西块']) {
      const block = await town.openUnit({ name: each, parent: id, from: begins });
      await town.admin.do('formTeam', { block, name: '组团', from: begins }, 'team { id }');
      const codes = [0, 1, 2].map((number) => `${index}${each}${number}`);
      const input = { block, codes, from: begins };
      const registered = (await town.admin.do('registerHouseholds', input, 'households { id }')).households;
      households.push(...registered.map((household: Data) => household.id));
      blocks.push(block);
    }
    units.push({ id, blocks });
  }
  for (const household of households) {
    for (const day of ['2013-06-15', '2014-06-15']) await recordVisit(town, household, day);
  }
  return { town, units, households };
}

const members = [[0, 4], [1, 5], [2, 6], [3, 7], [8], [9]];

function steps(units: { id: string }[]) {
  return members.flatMap((indexes, number) => [
    { open: { ref: `c${number}`, kind: 'COMMUNITY', name: `第${number}社区` } },
    { merge: { units: indexes.map((index) => units[index]?.id), into: `#c${number}` } },
  ]);
}

async function state(town: TestTown, asOf: string) {
  const query = `query($code: RegisterCode!, $asOf: Date!, $period: PeriodInput!) { town(code: $code, asOf: $asOf) {
    tree { id parent name kind } teamCount householdCount unitCounts { kind count }
    recorded: figure(indicator: "contact", period: $period, basis: AS_RECORDED) { numerator }
    asOf: figure(indicator: "contact", period: $period, basis: AS_OF) { numerator }
    restated: figure(indicator: "contact", period: $period) { numerator basis asOf parts(first: 100) { nodes { name numerator } } }
    households: figure(indicator: "household") { numerator basis asOf parts(first: 100) { nodes { name numerator } } } } }`;
  const period = { first: '2013-01-01', last: '2014-12-31' };
  return (await town.admin.ask(query, { code: town.code, asOf, period })).town;
}

describe('Malu’s four villages and six committees become six communities', () => {
  it('keeping the town’s totals on all three bases, its stocks on each date, and the tree of the day before', async () => {
    const { town, units, households } = await malu();
    const [eveBefore, dayBefore] = [await state(town, eve), await state(town, day)];
    await apply(town, day, steps(units), '镇管社区');
    const [eveAfter, dayAfter] = [await state(town, eve), await state(town, day)];
    expect(pathsOf(eveAfter.tree)).toEqual(pathsOf(eveBefore.tree));
    for (const after of [eveAfter, dayAfter]) {
      for (const basis of ['recorded', 'asOf', 'restated']) {
        expect({ basis, count: after[basis].numerator }).toEqual({ basis, count: 2 * households.length });
      }
    }
    for (const stock of ['teamCount', 'householdCount']) {
      expect([eveAfter[stock], dayAfter[stock]]).toEqual([eveBefore[stock], dayBefore[stock]]);
    }
    const kinds = (of: Data) => Object.fromEntries(of.unitCounts.map(({ kind, count }: Data) => [kind, count]));
    expect(kinds(dayAfter)).toMatchObject({ COMMUNITY: 6, BLOCK: 20 });
    expect(kinds(dayAfter).BLOCK).toBe(kinds(eveAfter).BLOCK);
  });

  it('and figures recorded before under a predecessor are found under its community when restated', async () => {
    const { town, units } = await malu();
    await apply(town, day, steps(units), '镇管社区');
    const { restated } = await state(town, day);
    const expected = members.map((indexes, number) => ({ name: `第${number}社区`, numerator: indexes.length * 12 }));
    expect(restated.parts.nodes).toEqual(expect.arrayContaining(expected));
    const recorded = `query($code: RegisterCode!, $unit: ID!, $period: PeriodInput!) { town(code: $code) {
      figure(indicator: "contact", unit: $unit, period: $period, basis: AS_RECORDED) { numerator } } }`;
    const under = async (period: object) =>
      (await town.admin.ask(recorded, { code: town.code, unit: units[0]?.id, period })).town.figure.numerator;
    expect(await under({ first: '2013-01-01', last: '2013-12-31' })).toBe(6);
    expect(await under({ first: '2014-01-01', last: '2014-12-31' })).toBe(0);
  });

  it('and a figure opens from the town down to the block, telling what opens further and where one is', async () => {
    const { town, units } = await malu();
    await apply(town, day, steps(units), '镇管社区');
    const query = `query($code: RegisterCode!, $unit: ID, $basis: Basis!, $asOf: Date) { town(code: $code) {
      figure(indicator: "contact", unit: $unit, basis: $basis, asOf: $asOf, period: { first: "2013-01-01", last: "2014-12-31" }) {
        numerator within { id name } parts(first: 100) { nodes { unit name kind numerator opens } } } } }`;
    const figure = async (basis: string, unit?: string, asOf?: string) => {
      const read = (await town.admin.ask(query, { code: town.code, basis, unit, asOf })).town.figure;
      const sum = read.parts.nodes.reduce((total: number, part: Data) => total + part.numerator, 0);
      expect({ basis, unit, sum }).toEqual({ basis, unit, sum: read.numerator });
      return read;
    };
    const [village] = units;
    for (const [basis, asOf] of [['AS_RECORDED'], ['AS_OF', eve], ['RESTATED']] as const) {
      const whole = await figure(basis, undefined, asOf);
      expect(whole.within).toEqual([]);
      const order = whole.parts.nodes.map(({ numerator, name }: Data) => ({ numerator, name }));
      expect(order).toEqual(
        [...order].sort((a, b) => b.numerator - a.numerator || a.name.localeCompare(b.name, 'zh-Hans-CN-u-co-pinyin')),
      );
      expect(whole.parts.nodes.every((part: Data) => part.opens)).toBe(true);
    }
    const community = (await figure('RESTATED')).parts.nodes.find((part: Data) => part.name === '第0社区');
    expect(community.kind).toBe('COMMUNITY');
    const opened = await figure('RESTATED', community.unit);
    expect(opened.within).toEqual([{ id: community.unit, name: '第0社区' }]);
    expect(opened.parts.nodes.map(({ kind, opens }: Data) => [kind, opens])).toEqual(Array(4).fill(['BLOCK', false]));
    const block = await figure('RESTATED', village?.blocks[0]);
    expect(block.within.map((unit: Data) => unit.name)).toEqual(['东块', '第0社区']);
    expect(block.parts.nodes).toEqual([{ unit: null, name: null, kind: null, numerator: 6, opens: false }]);
    const before = await figure('AS_OF', village?.blocks[0], eve);
    expect(before.within.map((unit: Data) => unit.name)).toEqual(['东块', '第0村']);
    const gone = await figure('AS_RECORDED', village?.id);
    expect(gone.within).toEqual([{ id: village?.id, name: '第0村' }]);
    expect(gone.parts.nodes.map(({ name }: Data) => name).sort()).toEqual(['东块', '西块']);
  });
});

describe('a fact', () => {
  it('does not follow a household’s own move, but follows a transfer of its household', async () => {
    const { town, units, households } = await malu();
    const [first, second] = units[0]?.blocks ?? [];
    const [mover, transferred] = households;
    await town.admin.do('moveHousehold', { household: mover, block: second, from: '2014-01-10' }, 'household { id }');
    await apply(town, '2014-02-01', [{ transferHouseholds: { from: first, to: second, households: [transferred] } }]);
    const query = `query($code: RegisterCode!, $unit: ID!, $asOf: Date!) { town(code: $code) {
      figure(indicator: "contact", unit: $unit, basis: AS_OF, asOf: $asOf, period: { first: "2013-01-01", last: "2013-12-31" }) { numerator } } }`;
    const count = async (unit: string | undefined, asOf: string) =>
      (await town.admin.ask(query, { code: town.code, unit, asOf })).town.figure.numerator;
    expect([await count(first, '2014-01-31'), await count(second, '2014-01-31')]).toEqual([3, 3]);
    expect([await count(first, '2014-02-01'), await count(second, '2014-02-01')]).toEqual([2, 4]);
  });
});

it('a figure is refused wrong input on the field at fault, and to whoever may not count', async () => {
  const town = await platform.newTown();
  const other = await platform.newTown();
  const ask = async (args: string, client = town.admin) => {
    const query = `query($code: RegisterCode!) { town(code: $code) { figure(${args}) { numerator } } }`;
    const { code, field } = (await client.send(query, { code: town.code })).errors[0]?.extensions ?? {};
    return { code, field };
  };
  expect(await ask('indicator: "nothing"')).toEqual({ code: 'BAD_INPUT', field: 'indicator' });
  expect(await ask('indicator: "contact"')).toEqual({ code: 'BAD_INPUT', field: 'period' });
  expect(await ask('indicator: "contact", period: { first: "2014-01-02", last: "2014-01-01" }')).toEqual({
    code: 'BAD_INPUT',
    field: 'period.last',
  });
  expect(await ask(`indicator: "block", unit: "${other.unit(0)}"`)).toEqual({ code: 'NOT_FOUND', field: 'unit' });
  expect((await ask('indicator: "household"', platform.operator)).code).toBe('FORBIDDEN');
  expect((await ask('indicator: "block"', platform.operator)).code).toBe('FORBIDDEN');
});
