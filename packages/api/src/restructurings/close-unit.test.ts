import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

const nextYear = `${new Date().getFullYear() + 1}-12-31`;

it('closes a unit and keeps its past readable', async () => {
  const town = await platform.newTown();
  const id = await town.openUnit({ name: '旧块区', from: '2024-01-01' });
  const { unit } = await town.admin.do(
    'closeUnit',
    { unit: id, on: '2024-06-01' },
    'unit { name status validTo version parent { id } ancestors { id } children { totalCount } versions { validFrom validTo } }',
  );
  expect(unit).toEqual({
    name: '旧块区',
    status: 'CLOSED',
    validTo: '2024-06-01',
    version: 2,
    parent: { id: town.unit(0) },
    ancestors: [{ id: town.unit(0) }],
    children: { totalCount: 0 },
    versions: [{ validFrom: '2024-01-01', validTo: '2024-06-01' }],
  });
  const on = async (asOf: string) =>
    await town.admin.ask(
      `query($code: RegisterCode!, $id: ID!, $day: Date!) {
          unit(id: $id, asOf: $day) { status }
          town(code: $code) { units(kind: BLOCK, asOf: $day) { totalCount } }
        }`,
      { code: town.code, id, day: asOf },
    );
  expect(await on('2024-05-31')).toEqual({ unit: { status: 'ACTIVE' }, town: { units: { totalCount: 1 } } });
  expect(await on('2024-06-01')).toEqual({ unit: { status: 'CLOSED' }, town: { units: { totalCount: 0 } } });
});

it('takes back a unit that is closed on the day it began', async () => {
  const town = await platform.newTown();
  const id = await town.openUnit({ from: '2024-01-01' });
  const { unit } = await town.admin.do(
    'closeUnit',
    { unit: id, on: '2024-01-01' },
    'unit { status versions { name } }',
  );
  expect(unit).toEqual({ status: 'CLOSED', versions: [] });
});

it('closes on a day to come: open until then, closed from then on, and nothing new hangs on it', async () => {
  const town = await platform.newTown();
  const id = await town.openUnit();
  const { unit } = await town.admin.do('closeUnit', { unit: id, on: nextYear }, 'unit { status asOf validTo }');
  expect(unit).toEqual({ status: 'CLOSED', asOf: nextYear, validTo: nextYear });
  const { unit: today } = await town.admin.ask('query($id: ID!) { unit(id: $id) { status validTo } }', { id });
  expect(today).toEqual({ status: 'ACTIVE', validTo: nextYear });
  const ends = (field: string) => ({ code: 'CONFLICT', field });
  await changesNothing(platform, town, async () => {
    expect(await town.admin.refused('formTeam', { block: id, name: '组团' })).toEqual(ends('input.block'));
    const building = { town: town.code, parent: id, kind: 'BUILDING', name: '一号楼' };
    expect(await town.admin.refused('openUnit', building)).toEqual(ends('input.parent'));
    const account = { town: town.code, name: 'wang', displayName: '王', role: 'UNIT_OFFICER', unit: id };
    expect(await town.admin.refused('openAccount', account)).toEqual(ends('input.unit'));
  });
});

it('refuses while something hangs on it, now or later, and says how much', async () => {
  const town = await platform.newTown();
  const conflict = { code: 'CONFLICT', field: 'input.unit' };
  const unit = await town.openUnit();
  const refusal = async () => {
    const query = 'mutation($input: CloseUnitInput!) { closeUnit(input: $input) { unit { id } } }';
    const { errors } = await town.admin.send(query, { input: { unit } });
    expect(errors[0]?.extensions).toEqual(conflict);
    return errors[0]?.message;
  };
  const below = await town.openUnit({ parent: unit, kind: 'BUILDING', from: nextYear });
  const team = await town.formTeam(unit);
  expect(await refusal()).toBe('There are units or teams under it that are still open: 2.');
  await town.admin.do('closeUnit', { unit: below, on: nextYear }, 'unit { id }');
  expect(await refusal()).toBe('There are units or teams under it that are still open: 1.');
  await town.admin.do('disbandTeam', { team }, 'team { id }');

  const person = await town.person();
  const { post } = await town.admin.do('appointOfficer', { unit, person, title: 'OFFICER' }, 'post { id }');
  expect(await refusal()).toBe('Officers still hold posts there: 1.');
  await town.admin.do('endPost', { post: post.id }, 'post { id }');

  const named = { town: town.code, name: 'wang', displayName: '王', role: 'UNIT_OFFICER', unit };
  const { account } = await town.admin.do('openAccount', named, 'account { assignments { id } }');
  expect(await refusal()).toBe('Accounts are still assigned there: 1.');
  await town.admin.do('endAssignment', { assignment: account.assignments[0].id }, 'account { id }');
  await town.admin.do('closeUnit', { unit }, 'unit { id }');
});

it('closes although a post to come was taken back', async () => {
  const town = await platform.newTown();
  const unit = await town.openUnit();
  const appointed = { unit, person: await town.person(), title: 'OFFICER', from: nextYear };
  const { post } = await town.admin.do('appointOfficer', appointed, 'post { id }');
  await town.admin.do('endPost', { post: post.id, on: nextYear }, 'post { id }');
  await town.admin.do('closeUnit', { unit }, 'unit { id }');
});

it('refuses wrong input with the field at fault and changes nothing', async () => {
  const town = await platform.newTown();
  const unit = await town.openUnit({ from: '2024-01-01' });
  await town.admin.do('renameUnit', { unit, name: '新名', from: '2024-03-01' }, 'unit { id }');
  const closed = await town.openUnit({ from: '2024-01-01' });
  await town.admin.do('closeUnit', { unit: closed, on: '2024-02-01' }, 'unit { id }');
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ unit, on: '2023-12-31' }, 'BAD_INPUT', 'input.on'],
    [{ unit, on: '2024-02-29' }, 'CONFLICT', 'input.on'],
    [{ unit, on: '1949-09-30' }, 'BAD_INPUT', 'input.on'],
    [{ unit, expectedVersion: 1 }, 'CONFLICT', 'input.expectedVersion'],
    [{ unit: closed }, 'CONFLICT', 'input.unit'],
    [{ unit: closed, on: '2024-01-15' }, 'CONFLICT', 'input.on'],
    [{ unit: 'nonsense' }, 'NOT_FOUND', 'input.unit'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [input, code, field] of wrong) {
      expect({ input, ...(await town.admin.refused('closeUnit', input)) }).toEqual({ input, code, field });
    }
  });
  await town.admin.do('closeUnit', { unit, on: '2024-03-01', expectedVersion: 2 }, 'unit { id }');
});

it('reaches no farther than the actor does', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const unit = await town.openUnit();
  const team = await town.formTeam(await town.openUnit());
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const lead = await town.account('TEAM_LEAD', { team });
  await changesNothing(platform, town, async () => {
    const missing = { code: 'NOT_FOUND', field: 'input.unit' };
    expect(await elsewhere.refused('closeUnit', { unit })).toEqual(missing);
    expect(await other.admin.refused('closeUnit', { unit })).toEqual(missing);
    expect(await lead.refused('closeUnit', { unit })).toEqual({ code: 'FORBIDDEN' });
  });
  await officer.do('closeUnit', { unit }, 'unit { id }');
});

it('never leaves a unit open under a closed one, nor anything else hanging, when two act at the same time', async () => {
  const town = await platform.newTown();
  const second = await town.account('TOWN_ADMINISTRATOR');
  const person = await town.person();
  const closing = 'mutation($input: CloseUnitInput!) { done: closeUnit(input: $input) { __typename } }';
  const hanging: [string, (unit: string) => Record<string, unknown>][] = [
    ['openUnit', (parent) => ({ town: town.code, parent, kind: 'BUILDING', name: '楼' })],
    ['formTeam', (block) => ({ block, name: '组团' })],
    ['appointOfficer', (unit) => ({ unit, person, title: 'OFFICER' })],
    [
      'openAccount',
      (unit) => ({
        town: town.code,
        name: `o${unit
          .slice(-6)
          .toLowerCase()
          .replace(/[^a-z0-9]/g, 'x')}`,
        displayName: '王',
        role: 'UNIT_OFFICER',
        unit,
      }),
    ],
  ];
  for (const [verb, inputFor] of hanging) {
    for (const unit of await Promise.all([town.openUnit(), town.openUnit(), town.openUnit()])) {
      const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input!`;
      const answers = await Promise.all([
        town.admin.send(closing, { input: { unit } }),
        second.send(`mutation($input: ${type}) { done: ${verb}(input: $input) { __typename } }`, {
          input: inputFor(unit),
        }),
      ]);
      expect({ verb, done: answers.filter((answer) => answer.data?.done).length }).toEqual({ verb, done: 1 });
    }
  }
  expect(platform.faults).toEqual([]);
});
