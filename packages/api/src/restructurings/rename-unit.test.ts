import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

const nameOn = 'query($id: ID!, $day: Date) { unit(id: $id, asOf: $day) { name status version } }';

it('renames from a day on and keeps the earlier name readable', async () => {
  const town = await platform.newTown();
  const id = await town.openUnit({ name: '旧名', from: '2024-01-01' });
  const renamed = { unit: id, name: ' 新名 ', from: '2024-06-01' };
  const { unit } = await town.admin.do(
    'renameUnit',
    renamed,
    'unit { id name version validFrom versions { name validFrom validTo } }',
  );
  expect(unit).toEqual({
    id,
    name: '新名',
    version: 2,
    validFrom: '2024-01-01',
    versions: [
      { name: '旧名', validFrom: '2024-01-01', validTo: '2024-06-01' },
      { name: '新名', validFrom: '2024-06-01', validTo: null },
    ],
  });
  expect((await town.admin.ask(nameOn, { id, day: '2024-05-31' })).unit.name).toBe('旧名');
  expect((await town.admin.ask(nameOn, { id, day: '2024-06-01' })).unit.name).toBe('新名');
});

it('puts a name right when it is given again from the same day', async () => {
  const town = await platform.newTown();
  const id = await town.openUnit({ name: '错名', from: '2024-01-01', status: 'PREPARATORY' });
  const { unit } = await town.admin.do(
    'renameUnit',
    { unit: id, name: '对名', from: '2024-01-01' },
    'unit { status versions { name status validFrom validTo } }',
  );
  expect(unit).toEqual({
    status: 'PREPARATORY',
    versions: [{ name: '对名', status: 'PREPARATORY', validFrom: '2024-01-01', validTo: null }],
  });
  const kept = await platform.database.sql(
    `select from unit_version where name = '错名' and superseded_at is not null`,
  );
  expect(kept).toHaveLength(1);
});

it('shows a name that begins in the future as of its first day', async () => {
  const town = await platform.newTown();
  const id = await town.openUnit({ name: '今名' });
  const from = `${new Date().getFullYear() + 1}-12-31`;
  const { unit } = await town.admin.do('renameUnit', { unit: id, name: '后名', from }, 'unit { name asOf }');
  expect(unit).toEqual({ name: '后名', asOf: from });
  expect((await town.admin.ask(nameOn, { id })).unit.name).toBe('今名');
});

it('refuses wrong input with the field at fault and changes nothing', async () => {
  const town = await platform.newTown();
  const unit = await town.openUnit({ name: '甲', from: '2024-01-01' });
  await town.admin.do('renameUnit', { unit, name: '乙', from: '2024-03-01' }, 'unit { id }');
  await town.openUnit({ name: '丙', from: '2024-06-01' });
  const closed = await town.openUnit({ name: '丁', from: '2024-01-01' });
  await town.admin.do('closeUnit', { unit: closed, on: '2024-02-01' }, 'unit { id }');
  const input = { unit, name: '戊', from: '2024-04-01' };
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ name: ' ' }, 'BAD_INPUT', 'input.name'],
    [{ name: '一'.repeat(61) }, 'BAD_INPUT', 'input.name'],
    [{ name: '丙', from: '2024-06-01' }, 'CONFLICT', 'input.name'],
    [{ name: '丙', from: '2024-04-01' }, 'CONFLICT', 'input.name'],
    [{ from: '2023-12-31' }, 'BAD_INPUT', 'input.from'],
    [{ from: '1949-09-30' }, 'BAD_INPUT', 'input.from'],
    [{ expectedVersion: 1 }, 'CONFLICT', 'input.expectedVersion'],
    [{ unit: closed }, 'CONFLICT', 'input.unit'],
    [{ unit: 'nonsense' }, 'NOT_FOUND', 'input.unit'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [change, code, field] of wrong) {
      const refusal = await town.admin.refused('renameUnit', { ...input, ...change });
      expect({ change, ...refusal }).toEqual({ change, code, field });
    }
  });
  await town.admin.do('renameUnit', { ...input, name: '丁', expectedVersion: 2 }, 'unit { id }');
});

it('lets a name that begins before a later one hold until that one begins', async () => {
  const town = await platform.newTown();
  const unit = await town.openUnit({ name: '甲', from: '2024-01-01' });
  await town.admin.do('renameUnit', { unit, name: '丙', from: '2024-03-01' }, 'unit { id }');
  await town.admin.do('renameUnit', { unit, name: '乙', from: '2024-02-01' }, 'unit { id }');
  const { unit: read } = await town.admin.ask(
    'query($id: ID!) { unit(id: $id) { name versions { name validFrom validTo } } }',
    { id: unit },
  );
  expect(read).toEqual({
    name: '丙',
    versions: [
      { name: '甲', validFrom: '2024-01-01', validTo: '2024-02-01' },
      { name: '乙', validFrom: '2024-02-01', validTo: '2024-03-01' },
      { name: '丙', validFrom: '2024-03-01', validTo: null },
    ],
  });
});

it('keeps its own name free for it', async () => {
  const town = await platform.newTown();
  const unit = await town.openUnit({ name: '块区', from: '2024-01-01' });
  await town.admin.do('renameUnit', { unit, name: '暂名', from: '2024-02-01' }, 'unit { id }');
  await town.admin.do('renameUnit', { unit, name: '块区', from: '2024-02-01' }, 'unit { id }');
});

it('reaches no farther than the actor does', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const unit = await town.openUnit();
  const team = await town.formTeam(unit);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const member = await town.account('TEAM_MEMBER', { team });
  await changesNothing(platform, town, async () => {
    const input = { unit, name: '改名' };
    const missing = { code: 'NOT_FOUND', field: 'input.unit' };
    expect(await elsewhere.refused('renameUnit', input)).toEqual(missing);
    expect(await other.admin.refused('renameUnit', input)).toEqual(missing);
    expect(await member.refused('renameUnit', input)).toEqual({ code: 'FORBIDDEN' });
  });
  await officer.do('renameUnit', { unit, name: '改名' }, 'unit { id }');
  // The village itself, in which the officer serves, is the town's to rename.
  const village = { unit: town.unit(0), name: '改村名' };
  expect(await officer.refused('renameUnit', village)).toEqual({ code: 'NOT_FOUND', field: 'input.unit' });
});

it('tells an officer why, where a date lies outside the life of a unit in their reach', async () => {
  const town = await platform.newTown();
  const unit = await town.openUnit({ from: '2024-01-01' });
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const early = { unit, name: '改名', from: '2023-06-01' };
  expect(await officer.refused('renameUnit', early)).toEqual({ code: 'BAD_INPUT', field: 'input.from' });
  await town.admin.do('closeUnit', { unit, on: '2024-06-01' }, 'unit { id }');
  expect(await officer.refused('renameUnit', { unit, name: '改名' })).toEqual({
    code: 'CONFLICT',
    field: 'input.unit',
  });
});

it('lets one of two win who saw the same version', async () => {
  const town = await platform.newTown();
  const unit = await town.openUnit();
  const second = await town.account('TOWN_ADMINISTRATOR');
  const query = 'mutation($input: RenameUnitInput!) { renameUnit(input: $input) { unit { version } } }';
  const answers = await Promise.all(
    [town.admin, second].map((admin, index) =>
      admin.send(query, { input: { unit, name: `第${index}名`, expectedVersion: 1 } }),
    ),
  );
  expect(answers.flatMap(({ errors }) => errors.map((error) => error.extensions))).toEqual([
    { code: 'CONFLICT', field: 'input.expectedVersion' },
  ]);
  expect((await town.admin.ask(nameOn, { id: unit })).unit.version).toBe(2);
  expect(platform.faults).toEqual([]);
});
