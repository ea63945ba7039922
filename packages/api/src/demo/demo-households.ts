import { categoriesOfTowns } from '../categories/find-category.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { PlannedHousehold } from '../household-imports/plan-households.ts';
import { writeHouseholds } from '../household-imports/write-households.ts';
import { demoActor } from './demo-actor.ts';
import { inventedMark, personName, repeatable } from './invented.ts';

const roads = ['幸福路', '和平路', '建设路', '新民路'];

/** Which households of a hundred are in which categories beside those that follow from who lives there, and why. */
const shares = [
  { of: 5, name: '困难家庭', reason: '家庭收入低于低保标准' },
  { of: 3, name: '残疾人家庭', reason: '家中有持证残疾人' },
  { of: 2, name: '重病家庭', reason: '家中有人长期就医' },
  { of: 2, name: '优抚家庭', reason: '军属' },
  { of: 2, name: '群租户', reason: '房屋分租多人' },
  { of: 3, name: '教师', reason: '家中有在职教师，愿意参加辅导' },
  { of: 2, name: '医务工作者', reason: '家中有护士，愿意参加义诊' },
  { of: 1, name: '律师', reason: '家中有律师，愿意接受咨询' },
  { of: 1, name: '老干部家庭', reason: '离休干部' },
  { of: 1, name: '矛盾家庭', reason: '与邻居为漏水起争执' },
] as const;

/**
 * Invents as many households in each of some blocks of the desk's town from a day on, with an address, a head and up to
 * two others, in the blocks' order. They are written as an import writes them.
 */
export async function settle(desk: Desk, blocks: readonly string[], each: number, from: string): Promise<string[]> {
  const next = repeatable(desk.town + 1);
  const households = blocks.flatMap((block) => Array.from({ length: each }, () => block));
  return write(
    desk,
    households.map((block, index) => ({
      ...{ ...placed(index, block, from), categories: [] },
      address: `${roads[index % roads.length]}${1 + Math.floor(index / roads.length)}号`,
      members: inventMembers(next, 1 + next(3), () => 1935 + next(80)),
    })),
  );
}

/**
 * Invents so many households, as even over some blocks of the desk's town as it goes, who live on floors of houses; many
 * are in categories. They are written as an import writes them.
 */
export async function settleWidely(
  desk: Desk,
  blocks: readonly string[],
  count: number,
  from: string,
): Promise<{ household: string; block: string; categories: string[] }[]> {
  const next = repeatable(desk.town + 7);
  const known = new Map((await desk.load(categoriesOfTowns, desk.town)).map((category) => [category.name, category]));
  const households = Array.from({ length: count }, (_, index): PlannedHousehold => {
    const place = Math.floor((index * blocks.length) / count);
    const old = next(100) < 22;
    const members = inventMembers(next, old ? 1 + next(2) : 1 + next(4), () =>
      old ? 1932 + next(20) : 1955 + next(65),
    );
    const held = [
      ...(old && members.length === 1 ? [{ name: '独居老人', reason: '子女不在身边' }] : []),
      ...(old && members.length > 1 ? [{ name: '纯老家庭', reason: '同住的都是老人' }] : []),
      ...shares.filter(({ of }) => next(100) < of),
    ];
    const flat = `${1 + (index % 6)}0${1 + (index % 2)}室`;
    return {
      ...placed(index, blocks[place] ?? '', from),
      address: `${roads[place % roads.length]}${10 + place}弄${1 + (Math.floor(index / 12) % 40)}号${flat}`,
      members,
      categories: held.flatMap(({ name, reason }) => {
        const category = known.get(name);
        return category ? [{ category, reason: `${reason}${inventedMark}` }] : [];
      }),
    };
  });
  await write(desk, households);
  return households.map(({ uuid, block, categories }) => ({
    household: uuid,
    block: block ?? '',
    categories: categories.map(({ category }) => category.name),
  }));
}

/** The households that live in the blocks of a unit, in the order of their codes. */
export function householdsUnder(desk: Desk, unit: string): Promise<{ household: string; block: string }[]> {
  return desk.db
    .selectFrom('unit_version as u')
    .innerJoin('household_block as b', (join) =>
      join.onRef('b.town_id', '=', 'u.town_id').onRef('b.block_id', '=', 'u.unit_id'),
    )
    .innerJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'b.town_id').onRef('h.id', '=', 'b.household_id'),
    )
    .select(['h.id as household', 'b.block_id as block'])
    .where('u.town_id', '=', desk.town)
    .where('u.parent_id', '=', unit)
    .where('u.superseded_at', 'is', null)
    .where('b.superseded_at', 'is', null)
    .orderBy('h.code')
    .execute();
}

/** Invents a household that moved into a block on a day, which its teams are to visit at once. */
export async function moveIn(desk: Desk, block: string, from: string): Promise<void> {
  const category = (await desk.load(categoriesOfTowns, desk.town)).find(({ name }) => name === '新入住家庭');
  const household = {
    ...{ uuid: newId(), code: '新00001', from, block, address: `${roads[0]}8号301室` },
    members: inventMembers(repeatable(desk.town + 8), 2, () => 1990),
    categories: category ? [{ category, reason: `刚搬来${inventedMark}` }] : [],
  };
  await write(desk, [household]);
}

async function write(desk: Desk, households: PlannedHousehold[]): Promise<string[]> {
  await writeHouseholds(desk, await demoActor(desk), { households });
  return households.map(({ uuid }) => uuid);
}

function placed(
  index: number,
  block: string,
  from: string,
): Pick<PlannedHousehold, 'uuid' | 'code' | 'from' | 'block'> {
  return { uuid: newId(), code: `示${String(index + 1).padStart(5, '0')}`, from, block };
}

function inventMembers(
  next: (below: number) => number,
  count: number,
  birthYear: () => number,
): PlannedHousehold['members'] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ row: 0, head: index === 0, name: personName(next), birthYear: birthYear() },
    // Of a range that is given to nobody.
    telephone: index === 0 ? `1990000${String(next(10_000)).padStart(4, '0')}` : null,
  }));
}
