import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { csv, line, preview } from '../imports/import.fixture.ts';
import { apply, draft, register } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();
const [begins, early, day, late] = ['2023-01-01', '2023-06-01', '2024-03-01', '2024-06-01'];

it('a block is renamed before the day on which it ends, from which its households have gone before', async () => {
  const town = await platform.newTown();
  const [a, b] = [await town.openUnit({ from: begins }), await town.openUnit({ from: begins })];
  const [household] = await register(town, a, begins);
  await town.admin.do('moveHousehold', { household, block: b, from: day }, 'household { id }');
  await apply(town, late, [{ close: { unit: a } }]);
  await apply(town, early, [{ rename: { unit: a, name: '东块' } }]);
});

it('a village is renamed before the day from which it is a block with teams and households', async () => {
  const town = await platform.newTown();
  const community = await town.openUnit({ from: begins, parent: undefined, kind: 'COMMUNITY', name: '中社区' });
  const village = await town.openUnit({ from: begins, parent: community, kind: 'VILLAGE', name: '东村' });
  await apply(town, day, [{ changeKind: { unit: village, kind: 'BLOCK' } }]);
  await town.admin.do('formTeam', { block: village, name: '组团', from: day }, 'team { id }');
  await register(town, village, late);
  await apply(town, early, [{ rename: { unit: village, name: '西村' } }]);
});

it('a block stays one while it holds teams and households, though they come and go between two changes of the tree', async () => {
  const town = await platform.newTown();
  const community = await town.openUnit({ from: begins, parent: undefined, kind: 'COMMUNITY', name: '中社区' });
  const block = await town.openUnit({ from: begins, parent: community, name: '东块' });
  const [household] = await register(town, block, day);
  await town.admin.do('endHousehold', { household, on: late }, 'household { id }');
  const { team } = await town.admin.do('formTeam', { block, name: '组团', from: day }, 'team { id }');
  await town.admin.do('disbandTeam', { team: team.id, on: late }, 'team { id }');
  const { checks } = await draft(town, early, [{ changeKind: { unit: block, kind: 'VILLAGE' } }]);
  expect(checks.map(({ code }) => code)).toEqual(['teamsWithoutBlock', 'householdsWithoutBlock']);
  await apply(town, late, [{ changeKind: { unit: block, kind: 'VILLAGE' } }]);
});

it('nothing comes to a block that becomes a village later, however early it would come', async () => {
  const town = await platform.newTown();
  const community = await town.openUnit({ from: begins, parent: undefined, kind: 'COMMUNITY', name: '中社区' });
  const [block, other] = [
    await town.openUnit({ from: begins, parent: community, name: '东块' }),
    await town.openUnit({ from: begins, parent: community, name: '西块' }),
  ];
  const [household] = await register(town, other, begins);
  await apply(town, late, [{ changeKind: { unit: block, kind: 'VILLAGE' } }]);
  await changesNothing(platform, town, async () => {
    const refused = { code: 'CONFLICT', field: 'input.block' };
    expect(await town.admin.refused('registerHouseholds', { block, codes: ['新'], from: day })).toEqual(refused);
    expect(await town.admin.refused('moveHousehold', { household, block, from: day })).toEqual(refused);
    expect(await town.admin.refused('formTeam', { block, name: '组团', from: day })).toEqual(refused);
    const file = csv([line('组团', '中社区/东块', { 名称: '组团', 开始日期: day })]);
    expect((await preview(town, file, { from: day })).errors).toMatchObject([{ column: '上级', code: 'noBlockFrom' }]);
  });
});
