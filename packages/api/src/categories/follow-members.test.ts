import { describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { addResident, inhabitedTown, recordOf } from '../residents/resident.fixture.ts';

const platform = testPlatform();

/** The ids of an open and a sensitive category of a town. */
async function twoCategories(town: TestTown): Promise<{ open: Data; sensitive: Data }> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { categories { id name sensitive } } }';
  const { categories } = (await town.admin.ask(query, { code: town.code })).town;
  const find = (sensitive: boolean) => categories.find((each: Data) => each.sensitive === sensitive);
  return { open: find(false), sensitive: find(true) };
}

/** What a household is in and because of whom, as "category resident from to reason". */
async function heldBy(town: TestTown, household: string | undefined): Promise<string[]> {
  const query = `query($id: ID!) @purpose(of: CHECK) { household(id: $id) { categories {
    name resident { name } validFrom validTo reason } } }`;
  const { categories } = (await town.admin.ask(query, { id: household })).household;
  return categories.map(({ name, resident, validFrom, validTo, reason }: Data) =>
    [name, resident?.name ?? '-', validFrom, validTo ?? '-', reason].join(' '),
  );
}

/** Two households, in the first a son because of whom it is in an open and a sensitive category, and in one as a whole. */
async function categorized() {
  const { town, households, codes } = await inhabitedTown(platform, 2);
  const [home, other] = households;
  const son = await addResident(town, home, { name: '儿子' });
  const { open, sensitive } = await twoCategories(town);
  const put = (input: Record<string, unknown>) =>
    town.admin.do('categorizeHousehold', { household: home, from: '2023-06-01', ...input }, 'household { id }');
  await put({ category: open.id, resident: son, reason: '在校任教' });
  await put({ category: sensitive.id, resident: son, reason: '肢体二级' });
  await put({ category: open.id, reason: '全户' });
  return { town, home, other, codes, son, open: open.name, sensitive: sensitive.name };
}

describe('what a household is in because of a member', () => {
  it('goes with them into another household, and stays in neither longer than they do', async () => {
    const { town, home, other, son, open, sensitive, codes } = await categorized();
    await town.admin.do('moveResident', { resident: son, household: other, from: '2024-03-01' }, 'resident { id }');
    expect((await heldBy(town, home)).sort()).toEqual(
      [
        `${open} - 2023-06-01 - 全户`,
        `${open} 儿子 2023-06-01 2024-03-01 在校任教`,
        `${sensitive} 儿子 2023-06-01 2024-03-01 肢体二级`,
      ].sort(),
    );
    expect((await heldBy(town, other)).sort()).toEqual(
      [`${open} 儿子 2024-03-01 - 在校任教`, `${sensitive} 儿子 2024-03-01 - 肢体二级`].sort(),
    );
    const record = (await recordOf(town.admin, other)).filter((entry) => entry.startsWith('CATEGORIZED'));
    expect(record).toEqual(Array.from({ length: 2 }, () => `CATEGORIZED 2024-03-01 ${codes[0]}`));
    await town.admin.do('moveResident', { resident: son, household: home, from: '2024-04-01' }, 'resident { id }');
    expect(await heldBy(town, home)).toHaveLength(5);
    expect((await heldBy(town, other)).every((each) => each.includes('2024-04-01'))).toBe(true);
  });

  it('goes with them when they found a household of their own, or theirs joins another, and ends when it was to end', async () => {
    const { town, home, other, son, open, sensitive } = await categorized();
    const splitting = {
      household: home,
      residents: [son],
      code: `分${home?.slice(-6)}`,
      newHead: son,
      from: '2024-03-01',
    };
    const { founded } = await town.admin.do('splitHousehold', splitting, 'household { id } founded { id }');
    expect(await heldBy(town, founded.id)).toHaveLength(2);
    const query = 'query($id: ID!) @purpose(of: CHECK) { household(id: $id) { categories { id name } } }';
    const { household } = await town.admin.ask(query, { id: founded.id });
    const held = household.categories.find((each: Data) => each.name === open);
    await town.admin.do('endHouseholdCategory', { householdCategory: held.id, on: '2024-03-15' }, 'household { id }');
    await town.admin.do(
      'joinHouseholds',
      { household: other, joining: founded.id, from: '2024-04-01' },
      'household { id }',
    );
    expect(await heldBy(town, other)).toEqual([`${sensitive} 儿子 2024-04-01 - 肢体二级`]);
  });
});

describe('a household’s record', () => {
  it('tells into which categories it came and out of which it was taken, hiding sensitive ones without a purpose', async () => {
    const { town, home, open, sensitive } = await categorized();
    const query = (purpose: string) => `query($id: ID!) ${purpose} { household(id: $id) {
      categories { id name } events(first: 100) { nodes { kind day resident { name } householdCategory { name reason resident { name } } } } } }`;
    const { household } = await town.admin.ask(query('@purpose(of: CHECK)'), { id: home });
    const whole = household.categories.find((each: Data) => each.name === open);
    await town.admin.do('endHouseholdCategory', { householdCategory: whole.id, on: '2024-02-01' }, 'household { id }');
    const read = async (purpose: string): Promise<string[]> => {
      const { events } = (await town.admin.ask(query(purpose), { id: home })).household;
      return events.nodes
        .filter((each: Data) => each.householdCategory !== null)
        .map(({ kind, day, householdCategory: { name, reason } }: Data) => `${kind} ${day} ${name} ${reason}`)
        .reverse();
    };
    const told = await read('@purpose(of: CHECK)');
    expect(told.slice(0, 3)).toEqual([
      `CATEGORIZED 2023-06-01 ${open} 在校任教`,
      `CATEGORIZED 2023-06-01 ${sensitive} 肢体二级`,
      `CATEGORIZED 2023-06-01 ${open} 全户`,
    ]);
    expect(told[3]).toMatch(/^UNCATEGORIZED 2024-02-01 /);
    const veiled = await read('');
    expect(veiled.join()).not.toContain(sensitive);
    expect(veiled.join()).not.toContain('肢体二级');
    expect(veiled).toContain('CATEGORIZED 2023-06-01 Sensitive category null');
  });

  it('tells of a category that the town has ended', async () => {
    const { town, home } = await categorized();
    const { open } = await twoCategories(town);
    await town.admin.do('endCategory', { category: open.id, on: '2024-02-01' }, 'category { id }');
    const record = (await recordOf(town.admin, home)).filter((entry) => entry.startsWith('UNCATEGORIZED'));
    expect(record).toEqual(['UNCATEGORIZED 2024-02-01', 'UNCATEGORIZED 2024-02-01']);
  });
});
