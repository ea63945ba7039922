import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { reliefIds } from './relief-item.fixture.ts';

const platform = testPlatform();

const list = 'reliefCategories { name sensitive items { name usualAmount category { name } } }';
const read = async ({ admin, code }: TestTown, selection = list, client = admin) =>
  (await client.ask(`query($code: RegisterCode!) { town(code: $code) { ${selection} } }`, { code })).town;

it('a town begins with five categories of relief and thirty items, and keeps them as its own', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const begun = (await read(town)).reliefCategories;
  expect(begun.map(({ name, sensitive, items }: Data) => [name, sensitive, items.length])).toEqual([
    ['助困', false, 8],
    ['助医', true, 6],
    ['助老', false, 6],
    ['助残', true, 5],
    ['助优', false, 5],
  ]);
  const { category } = await admin.do('addReliefCategory', { town: code, name: '助学' }, 'category { id sensitive }');
  expect(category.sensitive).toBe(false);
  const adding = { reliefCategory: category.id, name: '金秋助学', usualAmount: '3000' };
  const { item } = await admin.do('addReliefItem', adding, 'item { id usualAmount }');
  expect(item.usualAmount).toBe('3000.00');
  await admin.do('addReliefItem', { reliefCategory: category.id, name: '圆梦行动' }, 'item { id }');
  const revising = { item: item.id, name: '金秋助学金', usualAmount: '3500.5' };
  await admin.do('reviseReliefItem', revising, 'item { id }');
  await admin.do('renameReliefCategory', { reliefCategory: category.id, name: '助学育人' }, 'category { id }');
  const own = { name: '助学育人', sensitive: false };
  const first = { name: '金秋助学金', usualAmount: '3500.50', category: { name: '助学育人' } };
  const second = { name: '圆梦行动', usualAmount: null, category: { name: '助学育人' } };
  expect((await read(town)).reliefCategories).toEqual([...begun, { ...own, items: [first, second] }]);

  await admin.do('endReliefItem', { item: item.id }, 'item { endedOn }');
  expect((await read(town)).reliefCategories.at(-1)).toEqual({ ...own, items: [second] });
  await admin.do('endReliefCategory', { reliefCategory: category.id }, 'category { endedOn }');
  expect((await read(town)).reliefCategories).toEqual(begun);
  const all = 'reliefCategories(ended: true) { name endedOn items(ended: true) { name endedOn } }';
  const ended = (await read(town, all)).reliefCategories.at(-1);
  expect(ended.items.map(({ name }: Data) => name)).toEqual(['金秋助学金', '圆梦行动']);
  expect([ended.endedOn, ...ended.items.map((each: Data) => each.endedOn)]).not.toContain(null);
  // What is ended leaves its name to another one.
  await admin.do('addReliefCategory', { town: code, name: '助学育人', sensitive: true }, 'category { id }');
});

it('a list of relief that is wrong is refused on the field at fault, and only whoever settles it changes it', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const [categories, items] = [await reliefIds(town, 'categories'), await reliefIds(town, 'items')];
  await admin.do('endReliefItem', { item: items.烈属慰问 }, 'item { id }');
  const { category: ended } = await admin.do('addReliefCategory', { town: code, name: '旧' }, 'category { id }');
  await admin.do('endReliefCategory', { reliefCategory: ended.id }, 'category { id }');
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  expect(await read(town, list, officer)).toEqual(await read(town));
  const reliefCategory = categories.助困;
  await changesNothing(platform, town, async () => {
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['addReliefCategory', { town: code, name: '助医' }, 'CONFLICT', 'input.name'],
      ['addReliefCategory', { town: code, name: ' ' }, 'BAD_INPUT', 'input.name'],
      ['addReliefCategory', { town: code, name: '长'.repeat(61) }, 'BAD_INPUT', 'input.name'],
      ['renameReliefCategory', { reliefCategory, name: '助医' }, 'CONFLICT', 'input.name'],
      ['renameReliefCategory', { reliefCategory: ended.id, name: '新' }, 'CONFLICT', 'input.reliefCategory'],
      ['endReliefCategory', { reliefCategory: ended.id }, 'CONFLICT', 'input.reliefCategory'],
      ['addReliefItem', { reliefCategory: ended.id, name: '新' }, 'CONFLICT', 'input.reliefCategory'],
      ['addReliefItem', { reliefCategory, name: '春节帮困' }, 'CONFLICT', 'input.name'],
      ['addReliefItem', { reliefCategory, name: '一\n二' }, 'BAD_INPUT', 'input.name'],
      ['addReliefItem', { reliefCategory, name: '新', usualAmount: '0' }, 'BAD_INPUT', 'input.usualAmount'],
      ['addReliefItem', { reliefCategory, name: '新', usualAmount: '-5' }, 'BAD_INPUT', 'input.usualAmount'],
      ['addReliefItem', { reliefCategory, name: '新', usualAmount: '1000000000.01' }, 'BAD_INPUT', 'input.usualAmount'],
      ['addReliefItem', { reliefCategory, name: '新', usualAmount: '1.005' }, 'BAD_INPUT', 'input.usualAmount'],
      ['addReliefItem', { reliefCategory, name: '新', usualAmount: '一百' }, 'BAD_INPUT', 'input.usualAmount'],
      ['reviseReliefItem', { item: items.春节帮困, name: '失业人员帮困' }, 'CONFLICT', 'input.name'],
      ['reviseReliefItem', { item: items.烈属慰问, name: '新' }, 'CONFLICT', 'input.item'],
      ['endReliefItem', { item: items.烈属慰问 }, 'CONFLICT', 'input.item'],
    ];
    for (const [verb, input, problem, field] of wrong) {
      expect({ verb, input, ...(await admin.refused(verb, input)) }).toEqual({ verb, input, code: problem, field });
    }
    for (const [verb, input] of wrong.slice(0, 12)) {
      expect({ verb, ...(await officer.refused(verb, input)) }).toEqual({ verb, code: 'FORBIDDEN' });
    }
  });
});
