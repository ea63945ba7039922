import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { openOverlay } from '../households/household.fixture.ts';
import { addResident, type Inhabited, inhabitedTown } from './resident.fixture.ts';

const platform = testPlatform();
let settled: Inhabited;

beforeAll(async () => {
  settled = await inhabitedTown(platform, 4);
  const { town, households } = settled;
  await addResident(town, households[1], { name: '李小红', telephone: '021-62345678' });
  await addResident(town, households[3], { name: '李小明', telephone: '139 0000 1111' });
});

const query = (
  purpose = '@purpose(of: CALL)',
) => `query Search($code: RegisterCode!, $text: String!, $block: ID, $first: Int) ${purpose} {
  town(code: $code) { findHouseholds(text: $text, block: $block, first: $first) { code label } } }`;

/** The places in the town of the households that somebody finds. */
async function found(text: string, more: Record<string, unknown> = {}, client: ApiClient = settled.town.admin) {
  const { town } = await client.ask(query(), { code: settled.town.code, text, ...more });
  return town.findHouseholds?.map((each: Data) => settled.codes.indexOf(each.code)) ?? null;
}

describe('households are found', () => {
  it('by part of a name, an address, a telephone number or their own number, within a block if told', async () => {
    const { town, blocks, codes } = settled;
    expect(await found('李小')).toEqual([1, 3]);
    expect(await found('李小', { first: 1 })).toEqual([1]);
    expect(await found('张五丰')).toEqual([2]);
    expect(await found('幸福路２号')).toEqual([1]);
    expect(await found('6234 5678')).toEqual([1]);
    expect(await found('1234')).toEqual([0, 1, 2, 3]);
    expect(await found('0001111')).toEqual([3]);
    expect(await found(codes[2] ?? '')).toEqual([2]);
    expect(await found("%' or true --")).toEqual([]);
    expect(await found('李小', { block: blocks[1] })).toEqual([]);
    const { town: labelled } = await town.admin.ask(query(), { code: town.code, text: '李小红' });
    expect(labelled.findHouseholds).toEqual([{ code: codes[1], label: '张**户' }]);
  });

  it('as they are today: by where they live and who is in them now', async () => {
    const { town, households } = await inhabitedTown(platform, 2);
    const [household, ended] = households;
    const leaving = await addResident(town, household, { name: '王小二' });
    const search = async (text: string) =>
      (await town.admin.ask(query(), { code: town.code, text })).town.findHouseholds.length;
    expect([await search('王小二'), await search('幸福路1号'), await search('幸福路2号')]).toEqual([1, 1, 1]);
    await town.admin.do('residentLeaves', { resident: leaving, on: '2024-01-01' }, 'resident { id }');
    await town.admin.do('setAddress', { household, address: '和平路9号' }, 'household { id }');
    await town.admin.do('endHousehold', { household: ended, on: '2024-01-01' }, 'household { id }');
    expect([await search('王小二'), await search('幸福路1号'), await search('幸福路2号')]).toEqual([0, 0, 0]);
  });

  it('by those who see their residents: a team in its block and through an overlay, nobody beside', async () => {
    const { town, blocks, households } = settled;
    const moving = { household: households[3], block: blocks[1], from: '2024-01-01' };
    await town.admin.do('moveHousehold', moving, 'household { id }');
    const { blocks: overlaid } = await openOverlay(town, ['安徽']);
    await town.admin.do('placeInOverlay', { household: households[1], block: overlaid[0] }, 'household { id }');
    const member = async (block: string | undefined) =>
      town.account('TEAM_MEMBER', { team: await town.formTeam(block ?? '') });
    expect(await found('李小', {}, await member(blocks[0]))).toEqual([1]);
    expect(await found('李小', {}, await member(blocks[1]))).toEqual([3]);
    expect(await found('李小', {}, await member(blocks[2]))).toEqual([]);
    expect(await found('李小', {}, await member(overlaid[0]))).toEqual([1]);
    const auditor = await town.account('AUDITOR');
    const { data, errors } = await auditor.send(query(), { code: town.code, text: '李小' });
    expect([data.town.findHouseholds, errors[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  });

  it('only for a purpose, and every search is recorded with whom it found, also one that finds nobody', async () => {
    const { town, heads } = settled;
    const auditor = await town.account('AUDITOR');
    const wrong: [Record<string, unknown>, string, string?][] = [
      [{ text: '李小红' }, 'text', ''],
      [{ text: '李' }, 'text'],
      [{ text: '字'.repeat(61) }, 'text'],
      [{ text: '李小', first: 51 }, 'first'],
    ];
    const count = `query($code: RegisterCode!, $filter: ReadingFilter) { town(code: $code) { readings(filter: $filter, first: 3) {
      totalCount nodes { operation fields subjects purpose } } } }`;
    const readings = async (filter = {}) => (await auditor.ask(count, { code: town.code, filter })).town.readings;
    const { totalCount } = await readings();
    for (const [variables, field, purpose] of wrong) {
      const { errors } = await town.admin.send(query(purpose), { code: town.code, ...variables });
      expect(errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', field });
    }
    expect((await readings()).totalCount).toBe(totalCount);
    await found('查无此人');
    await found('张三丰');
    const search = { operation: 'Search', purpose: 'CALL' };
    expect((await readings()).nodes.slice(0, 2)).toEqual([
      { ...search, fields: ['Household.label', 'Town.findHouseholds'], subjects: 2 },
      { ...search, fields: ['Town.findHouseholds'], subjects: 0 },
    ]);
    expect((await readings({ resident: heads[0] })).nodes[0]).toMatchObject(search);
  });
});
