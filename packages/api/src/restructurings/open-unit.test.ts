import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

it('opens a block under a village of the register', async () => {
  const town = await platform.newTown();
  const { unit } = await town.admin.do(
    'openUnit',
    { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: ' 第一块区 ', from: '2024-03-01' },
    'unit { __typename name kind status validFrom validTo parent { id } ancestors { id } versions { name validFrom } }',
  );
  expect(unit).toMatchObject({
    __typename: 'Block',
    name: '第一块区',
    kind: 'BLOCK',
    status: 'ACTIVE',
    validFrom: '2024-03-01',
    validTo: null,
    parent: { id: town.unit(0) },
    ancestors: [{ id: town.unit(0) }],
    versions: [{ name: '第一块区', validFrom: '2024-03-01' }],
  });
});

it('opens a unit in preparation directly under the town, with a code of the town’s own', async () => {
  const town = await platform.newTown();
  const { unit } = await town.admin.do(
    'openUnit',
    { town: town.code, kind: 'COMMUNITY', name: '东社区', code: 'C-1', status: 'PREPARATORY' },
    'unit { __typename code status version parent { id } ancestors { id } validFrom asOf }',
  );
  expect(unit).toEqual({
    __typename: 'Community',
    code: 'C-1',
    status: 'PREPARATORY',
    version: 1,
    parent: null,
    ancestors: [],
    validFrom: unit.asOf,
    asOf: unit.asOf,
  });
});

it('shows a unit that opens in the future as of its first day', async () => {
  const town = await platform.newTown();
  const from = inYears(1);
  const input = { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: '明年块区', from };
  const { unit } = await town.admin.do('openUnit', input, 'unit { id asOf validFrom status }');
  expect(unit).toMatchObject({ asOf: from, validFrom: from, status: 'ACTIVE' });
  const { errors } = await town.admin.send('query($id: ID!) { unit(id: $id) { name } }', { id: unit.id });
  expect(errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
});

it('keeps names apart among siblings of a kind, on every day of the unit’s life', async () => {
  const town = await platform.newTown();
  await town.openUnit({ name: '东块区', from: '2024-06-01' });
  const taken = { code: 'CONFLICT', field: 'input.name' };
  const input = { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: ' 东块区' };
  await changesNothing(platform, town, async () => {
    expect(await town.admin.refused('openUnit', input)).toEqual(taken);
    expect(await town.admin.refused('openUnit', { ...input, from: '2024-01-01' })).toEqual(taken);
  });
  await town.openUnit({ name: '东块区', parent: town.unit(1) });
  await town.openUnit({ name: '东块区', parent: undefined, kind: 'COMMUNITY' });
});

it('gives a closed unit’s name to another from the day of the closing on', async () => {
  const town = await platform.newTown();
  const unit = await town.openUnit({ name: '西块区', from: '2024-01-01' });
  await town.admin.do('closeUnit', { unit, on: '2024-06-01' }, 'unit { id }');
  const input = { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: '西块区' };
  expect(await town.admin.refused('openUnit', { ...input, from: '2024-05-31' })).toMatchObject({ code: 'CONFLICT' });
  await town.openUnit({ ...input, from: '2024-06-01' });
});

it('counts what is opened in preparation with the others', async () => {
  const town = await platform.newTown();
  await town.openUnit({ name: '甲' });
  await town.openUnit({ name: '乙', status: 'PREPARATORY' });
  await town.openUnit({ name: '丙', from: inYears(1) });
  const { town: seen } = await town.admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { unitCounts { kind count } } }',
    { code: town.code },
  );
  expect(seen.unitCounts).toContainEqual({ kind: 'BLOCK', count: 2 });
});

describe('who may open units', () => {
  it('an officer under their own unit only', async () => {
    const town = await platform.newTown();
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const block = { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: '自己的块区' };
    const { unit } = await officer.do('openUnit', block, 'unit { id }');
    await officer.do('openUnit', { ...block, parent: unit.id, kind: 'BUILDING', name: '一号楼' }, 'unit { id }');
    const missing = { code: 'NOT_FOUND', field: 'input.parent' };
    await changesNothing(platform, town, async () => {
      expect(await officer.refused('openUnit', { ...block, parent: town.unit(1) })).toEqual(missing);
      expect(await officer.refused('openUnit', { town: town.code, kind: 'COMMUNITY', name: '社区' })).toEqual(missing);
    });
  });

  it('no lead or member of a team, no district office, no operator, nobody without an account', async () => {
    const town = await platform.newTown();
    const team = await town.formTeam(await town.openUnit());
    const input = { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: '块区' };
    const others = [await town.account('TEAM_LEAD', { team }), await town.account('TEAM_MEMBER', { team })];
    await changesNothing(platform, town, async () => {
      for (const client of [...others, platform.operator]) {
        expect(await client.refused('openUnit', input)).toEqual({ code: 'FORBIDDEN' });
      }
      expect(await platform.public.refused('openUnit', input)).toEqual({ code: 'UNAUTHENTICATED' });
    });
  });

  it('nobody of another town, nor under a unit of another town', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const input = { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: '块区' };
    await changesNothing(platform, town, async () => {
      expect(await other.admin.refused('openUnit', input)).toEqual({ code: 'NOT_FOUND', field: 'input.town' });
      const astray = { code: 'NOT_FOUND', field: 'input.parent' };
      expect(await other.admin.refused('openUnit', { ...input, town: other.code })).toEqual(astray);
      expect(await town.admin.refused('openUnit', { ...input, parent: other.unit(0) })).toEqual(astray);
    });
  });
});

it('refuses wrong input with the field at fault and changes nothing', async () => {
  const town = await platform.newTown();
  await town.openUnit({ name: '已有', code: 'B1' });
  const closing = await town.openUnit({ name: '将撤' });
  await town.admin.do('closeUnit', { unit: closing, on: inYears(1) }, 'unit { id }');
  const input = { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: '新块区' };
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ name: '' }, 'BAD_INPUT', 'input.name'],
    [{ name: ' \t ' }, 'BAD_INPUT', 'input.name'],
    [{ name: '一'.repeat(61) }, 'BAD_INPUT', 'input.name'],
    [{ name: '一\n二' }, 'BAD_INPUT', 'input.name'],
    [{ name: '一\u202e二' }, 'BAD_INPUT', 'input.name'],
    [{ name: '\ud842' }, 'BAD_INPUT', 'input.name'],
    [{ code: '' }, 'BAD_INPUT', 'input.code'],
    [{ code: 'B'.repeat(21) }, 'BAD_INPUT', 'input.code'],
    [{ code: 'B1' }, 'CONFLICT', 'input.code'],
    [{ kind: 'TOWN' }, 'BAD_INPUT', 'input.kind'],
    [{ kind: 'VILLAGE' }, 'BAD_INPUT', 'input.kind'],
    [{ kind: 'BLOCK', parent: null }, 'BAD_INPUT', 'input.kind'],
    [{ kind: 'HAMLET' }, 'BAD_INPUT', 'input.kind'],
    [{ status: 'CLOSED' }, 'BAD_INPUT', 'input.status'],
    [{ from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
    [{ from: '1949-09-30' }, 'BAD_INPUT', 'input.from'],
    [{ from: inYears(5, 1) }, 'BAD_INPUT', 'input.from'],
    [{ from: '2026-02-30' }, 'BAD_INPUT', 'input.from'],
    [{ from: '0000-01-01' }, 'BAD_INPUT', 'input.from'],
    [{ parent: 'nonsense' }, 'NOT_FOUND', 'input.parent'],
    [{ parent: closing, kind: 'BUILDING' }, 'CONFLICT', 'input.parent'],
    [{ town: '310000000' }, 'NOT_FOUND', 'input.town'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [change, code, field] of wrong) {
      const refusal = await town.admin.refused('openUnit', { ...input, ...change });
      expect({ change, ...refusal }).toEqual({ change, code, field });
    }
  });
});

it('counts the characters of a name as people do', async () => {
  const town = await platform.newTown();
  await town.openUnit({ name: '𠮷'.repeat(60) });
});

it('opens one unit of a name when several are opened at once', async () => {
  const town = await platform.newTown();
  const query = 'mutation($input: OpenUnitInput!) { openUnit(input: $input) { unit { id } } }';
  // Several rounds: while the first connections are made, requests hardly meet.
  for (const name of ['一块区', '二块区', '三块区']) {
    const input = { town: town.code, parent: town.unit(0), kind: 'BLOCK', name };
    const answers = await Promise.all(Array.from({ length: 10 }, () => town.admin.send(query, { input })));
    const refused = answers.flatMap((answer) => answer.errors.map((error) => error.extensions));
    expect(refused).toEqual(Array.from({ length: 9 }, () => ({ code: 'CONFLICT', field: 'input.name' })));
  }
  expect(platform.faults).toEqual([]);
});

/** Today in so many years and days. */
function inYears(years: number, days = 0): string {
  const day = new Date();
  day.setUTCFullYear(day.getUTCFullYear() + years);
  day.setUTCDate(day.getUTCDate() + days + (days > 0 ? 1 : 0));
  return day.toISOString().slice(0, 10);
}
