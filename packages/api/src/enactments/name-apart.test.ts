import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();
const [begins, day] = ['2023-01-01', '2024-03-01'];
const open = (town: TestTown, parent: string | undefined, kind: string, name: string) =>
  town.openUnit({ from: begins, parent, kind, name });
const form = async (town: TestTown, block: string, name: string): Promise<string> =>
  (await town.admin.do('formTeam', { block, name, from: begins }, 'team { id }')).team.id;

/** The names of what stands directly under a unit on a day. */
async function namesUnder(town: TestTown, unit: string, asOf = day): Promise<string[]> {
  const query = 'query($code: RegisterCode!, $asOf: Date) { town(code: $code, asOf: $asOf) { tree { parent name } } }';
  const { town: read } = await town.admin.ask(query, { code: town.code, asOf });
  const under = read.tree.filter(({ parent }: Data) => parent === unit);
  return under.map(({ name }: Data) => name).sort();
}

it('teams of one name, from blocks of one name, get names of their own', async () => {
  const town = await platform.newTown();
  const blocks: string[] = [];
  for (const name of ['东村', '西村', '北村', '南村']) {
    const block = await open(town, await open(town, undefined, 'VILLAGE', name), 'BLOCK', '1块');
    await form(town, block, '1组');
    blocks.push(block);
  }
  const [into = '', ...units] = blocks;
  await apply(town, day, [{ merge: { units, into } }]);
  expect(await namesUnder(town, into)).toEqual(['1块1组', '1块1组（2）', '1块1组（3）', '1组']);
});

it('units of one name, from villages of one name, get names of their own', async () => {
  const town = await platform.newTown();
  const into = await open(town, undefined, 'VILLAGE', '合村');
  await open(town, into, 'BLOCK', '1块');
  const villages: string[] = [];
  for (const name of ['甲社区', '乙社区']) {
    const village = await open(town, await open(town, undefined, 'COMMUNITY', name), 'VILLAGE', '东村');
    await open(town, village, 'BLOCK', '1块');
    villages.push(village);
  }
  await apply(town, day, [{ merge: { units: villages, into } }]);
  expect(await namesUnder(town, into)).toEqual(['1块', '东村1块', '东村1块（2）']);
});

it('names that were in use only before stay as they are', async () => {
  const town = await platform.newTown();
  const villages = [await open(town, undefined, 'VILLAGE', '东村'), await open(town, undefined, 'VILLAGE', '西村')];
  const [a = '', b = ''] = villages;
  const [renamed, block] = [await open(town, b, 'BLOCK', '1块'), await open(town, a, 'BLOCK', '1块')];
  await town.admin.do('renameUnit', { unit: renamed, name: '2块', from: '2023-06-01' }, 'unit { id }');
  const team = await form(town, renamed, '1组');
  await form(town, block, '1组');
  await town.admin.do('renameTeam', { team, name: '2组', from: '2023-06-01' }, 'team { id }');
  await apply(town, day, [{ merge: { units: [a], into: b } }]);
  expect(await namesUnder(town, b)).toEqual(['1块', '2块']);
  await apply(town, day, [{ merge: { units: [block], into: renamed } }]);
  expect(await namesUnder(town, renamed)).toEqual(['1组', '2组']);
});

it('names that were given with the old unit’s before them stay short enough', async () => {
  const town = await platform.newTown();
  const [long, whole] = ['长'.repeat(50), '组'.repeat(60)];
  const village = await open(town, undefined, 'VILLAGE', '东村');
  const [a, b] = [await open(town, village, 'BLOCK', `${long}甲`), await open(town, village, 'BLOCK', `${long}乙`)];
  for (const block of [a, b]) for (const name of [whole, '二十字'.repeat(7)]) await form(town, block, name);
  await apply(town, day, [{ merge: { units: [a], into: b } }]);
  expect(await namesUnder(town, b)).toEqual(
    [whole, `${'组'.repeat(57)}（2）`, '二十字'.repeat(7), `${'长'.repeat(39)}${'二十字'.repeat(7)}`].sort(),
  );
});

it('a name that is cut to have room ends with a whole character, as people see them', async () => {
  const town = await platform.newTown();
  const family = '👨\u200d👩\u200d👧';
  const village = (name: string) => open(town, undefined, 'VILLAGE', name);
  const [into, other] = [await village('东村'), await village(family.repeat(12))];
  for (const parent of [into, other]) await open(town, parent, 'BLOCK', '1块');
  await apply(town, day, [{ merge: { units: [other], into } }]);
  expect(await namesUnder(town, into)).toEqual(['1块', `${family.repeat(11)}1块`]);
});
