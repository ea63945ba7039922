import { expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

async function parentsOf(town: TestTown, kind: string): Promise<string[]> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { allowedParents { kind parents } } }';
  const { town: seen } = await town.admin.ask(query, { code: town.code });
  return seen.allowedParents.find((line: { kind: string }) => line.kind === kind).parents;
}

it('settles at once where a kind may stand, and leaves what stands elsewhere where it is', async () => {
  const town = await platform.newTown();
  const block = await town.openUnit();
  expect(await parentsOf(town, 'BLOCK')).toEqual(['COMMUNITY', 'VILLAGE', 'COMMITTEE', 'SPECIAL_AREA', 'PARK']);
  const input = { town: town.code, kind: 'BLOCK', parents: ['COMMUNITY', 'TOWN', 'COMMUNITY'] };
  const { town: changed } = await town.admin.do('setAllowedParents', input, 'town { allowedParents { kind parents } }');
  expect(changed.allowedParents).toContainEqual({ kind: 'BLOCK', parents: ['TOWN', 'COMMUNITY'] });
  expect(await parentsOf(town, 'BUILDING')).toEqual(['BLOCK']);
  await town.openUnit({ parent: undefined, kind: 'BLOCK' });
  const refused = { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: '不许' };
  expect(await town.admin.refused('openUnit', refused)).toEqual({ code: 'BAD_INPUT', field: 'input.kind' });
  const { unit } = await town.admin.ask('query($id: ID!) { unit(id: $id) { status parent { id } } }', { id: block });
  expect(unit).toEqual({ status: 'ACTIVE', parent: { id: town.unit(0) } });
});

it('is one town’s own', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  await town.admin.do('setAllowedParents', { town: town.code, kind: 'PARK', parents: [] }, 'town { code }');
  expect(await parentsOf(town, 'PARK')).toEqual([]);
  expect(await parentsOf(other, 'PARK')).toEqual(['TOWN', 'SERVICE_AREA', 'COMMUNITY']);
});

it('refuses kinds above themselves, however far round, and changes nothing', async () => {
  const town = await platform.newTown();
  const wrong: [string, string[], string][] = [
    ['TOWN', ['VILLAGE'], 'input.kind'],
    ['BLOCK', ['BLOCK'], 'input.parents'],
    ['BLOCK', ['VILLAGE', 'BUILDING'], 'input.parents'],
    ['SERVICE_AREA', ['BUILDING'], 'input.parents'],
    ['HAMLET', ['TOWN'], 'input.kind'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [kind, parents, field] of wrong) {
      const refusal = await town.admin.refused('setAllowedParents', { town: town.code, kind, parents });
      expect({ kind, ...refusal }).toEqual({ kind, code: 'BAD_INPUT', field });
    }
  });
});

it('never lets two who change it at the same time put two kinds above each other', async () => {
  const town = await platform.newTown();
  const query = 'mutation($input: SetAllowedParentsInput!) { setAllowedParents(input: $input) { town { code } } }';
  const set = (kind: string, parents: string[]) =>
    town.admin.send(query, { input: { town: town.code, kind, parents } });
  for (let round = 0; round < 5; round++) {
    await set('PARK', ['TOWN']);
    await set('SPECIAL_AREA', ['TOWN']);
    const answers = await Promise.all([set('PARK', ['SPECIAL_AREA']), set('SPECIAL_AREA', ['PARK'])]);
    const refused = answers.flatMap(({ errors }) => errors.map((error) => error.extensions));
    expect(refused).toEqual([{ code: 'BAD_INPUT', field: 'input.parents' }]);
  }
  const same = await Promise.all(Array.from({ length: 5 }, () => set('PARK', ['TOWN', 'COMMUNITY'])));
  expect(same.flatMap(({ errors }) => errors)).toEqual([]);
});

it('is for the town’s administrators, and read by whoever opens units there', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const lead = await town.account('TEAM_LEAD', { team: await town.formTeam(await town.openUnit()) });
  const input = { town: town.code, kind: 'BLOCK', parents: ['VILLAGE'] };
  await changesNothing(platform, town, async () => {
    expect(await officer.refused('setAllowedParents', input)).toEqual({ code: 'FORBIDDEN' });
    const missing = { code: 'NOT_FOUND', field: 'input.town' };
    expect(await other.admin.refused('setAllowedParents', input)).toEqual(missing);
  });
  const query = 'query($code: RegisterCode!) { town(code: $code) { allowedParents { kind } } }';
  expect((await officer.ask(query, { code: town.code })).town.allowedParents).toHaveLength(8);
  expect((await lead.send(query, { code: town.code })).errors[0]?.extensions).toEqual({
    code: 'FORBIDDEN',
    scopes: ['unit:open'],
  });
});
