import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { openOverlay, overlaidPlaces, settledTown } from './household.fixture.ts';

const platform = testPlatform();

/** A town with one household in two overlays’ blocks, in 安徽 of the first on some days and then in 江苏. */
async function overlaid() {
  const { town, households } = await settledTown(platform, 1);
  const [household] = households;
  const { overlay, blocks } = await openOverlay(town, ['安徽', '江苏']);
  const remove = (on: string) => ({ household, overlay, on });
  const place = (block: string | undefined, from: string) =>
    town.admin.do('placeInOverlay', { household, block, from }, 'household { id }');
  return { town, blocks, household, remove, place };
}

it('takes a household out of an overlay from a day on, until its next block there', async () => {
  const { town, blocks, household, remove, place } = await overlaid();
  await place(blocks[0], '2024-01-01');
  await place(blocks[1], '2024-06-01');
  await town.admin.do('removeFromOverlay', remove('2024-03-01'), 'household { id }');
  expect(await overlaidPlaces(town, household)).toEqual(['安徽 2024-01-01 2024-03-01', '江苏 2024-06-01']);
  await town.admin.do('removeFromOverlay', remove('2024-06-01'), 'household { id }');
  await town.admin.do('removeFromOverlay', remove('2024-01-01'), 'household { id }');
  expect(await overlaidPlaces(town, household)).toEqual([]);
});

it('is refused on a day on which the household is not in the overlay', async () => {
  const { town, blocks, household, remove, place } = await overlaid();
  const other = await town.admin.do('openOverlay', { town: town.code, name: '楼组' }, 'overlay { id }');
  await place(blocks[0], '2024-01-01');
  await town.admin.do('removeFromOverlay', remove('2024-03-01'), 'household { id }');
  await place(blocks[0], '2024-06-01');
  const wrong = [remove('2023-12-31'), remove('2024-03-01'), remove('2024-05-31')];
  await changesNothing(platform, town, async () => {
    for (const input of [...wrong, { ...remove('2024-07-01'), overlay: other.overlay.id }]) {
      const refusal = await town.admin.refused('removeFromOverlay', input);
      expect({ input, ...refusal }).toEqual({ input, code: 'CONFLICT', field: 'input.overlay' });
    }
  });
  expect(await overlaidPlaces(town, household)).toEqual(['安徽 2024-01-01 2024-03-01', '安徽 2024-06-01']);
});

it('is refused before a restructuring that took the household on from a block that ends with it', async () => {
  const { town, blocks, remove, place } = await overlaid();
  await place(blocks[0], '2024-01-01');
  await apply(town, '2024-06-01', [{ merge: { units: [blocks[0]], into: blocks[1] } }]);
  await changesNothing(platform, town, async () => {
    expect(await town.admin.refused('removeFromOverlay', remove('2024-03-01'))).toEqual({
      code: 'CONFLICT',
      field: 'input.on',
    });
  });
});

it('is done by whoever is in charge of the household’s geographic block', async () => {
  const { town, blocks, household, remove, place } = await overlaid();
  await place(blocks[0], '2024-01-01');
  const [officer, other] = [
    await town.account('UNIT_OFFICER', { unit: town.unit(0) }),
    await town.account('UNIT_OFFICER', { unit: town.unit(1) }),
  ];
  expect(await other.refused('removeFromOverlay', remove('2024-03-01'))).toEqual({
    code: 'NOT_FOUND',
    field: 'input.household',
  });
  await officer.do('removeFromOverlay', remove('2024-03-01'), 'household { id }');
  expect(await overlaidPlaces(town, household)).toEqual(['安徽 2024-01-01 2024-03-01']);
});
