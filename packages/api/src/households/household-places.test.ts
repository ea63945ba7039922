import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { settledTown } from './household.fixture.ts';

const platform = testPlatform();

const query = `query($id: ID!) { household(id: $id) { places {
  validFrom validTo block { name asOf parent { name } ancestors { name } } } } }`;

it('a household’s place tells under what its block stands today, and of a place it left, on the last day there', async () => {
  const { town, begins, blocks, households } = await settledTown(platform, 1);
  const parent = await town.openUnit({ kind: 'COMMUNITY', name: '白银社区', parent: null, from: begins });
  const other = await town.openUnit({ kind: 'VILLAGE', name: '白银村', parent: null, from: begins });
  const move = (unit: string, under: string, day: string) =>
    apply(town, day, [{ move: { units: [unit], parent: under } }]);
  await move(blocks[0], other, '2024-01-01');
  await move(blocks[0], parent, '2024-06-01');
  await move(blocks[1], parent, '2024-09-01');
  const [household] = households;
  await town.admin.do('moveHousehold', { household, block: blocks[1], from: '2024-03-01' }, 'household { id }');
  const { places } = (await town.admin.ask(query, { id: household })).household;
  expect(places).toMatchObject([
    { validTo: '2024-03-01', block: { name: '东块', asOf: '2024-02-29', ancestors: [{ name: '白银村' }] } },
    { validTo: null, block: { name: '西块', parent: { name: '白银社区' }, ancestors: [{ name: '白银社区' }] } },
  ]);
});
