import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { groupHead, openOverlay, overlaidPlaces, settledTown } from './household.fixture.ts';

const platform = testPlatform();

/** A town with one household and an overlay of three blocks, 安徽, 江苏 and 浙江; the first two have a group head. */
async function overlaid() {
  const { town, begins, blocks: geographic, households } = await settledTown(platform, 1);
  const { overlay, blocks } = await openOverlay(town, ['安徽', '江苏', '浙江']);
  const [anhui, jiangsu, zhejiang] = blocks;
  const heads = { liu: await groupHead(town, anhui, '刘'), sun: await groupHead(town, jiangsu, '孙') };
  const [household] = households;
  const place = (block: string | undefined, from: string, head?: string) =>
    town.admin.do('placeInOverlay', { household, block, from, head }, 'household { id }');
  const remove = (on: string) => town.admin.do('removeFromOverlay', { household, overlay, on }, 'household { id }');
  const places = () => overlaidPlaces(town, household);
  return { town, begins, geographic, household, anhui, jiangsu, zhejiang, ...heads, place, remove, places };
}

describe('placing a household in a block of an overlay', () => {
  it('holds with its group head until the household’s next block there, which keeps its own', async () => {
    const { place, places, anhui, jiangsu, zhejiang, liu, sun } = await overlaid();
    await place(anhui, '2024-01-01');
    await place(jiangsu, '2024-06-01');
    await place(anhui, '2024-03-01', liu);
    expect(await places()).toEqual(['安徽 2024-01-01 2024-03-01', '安徽 刘 2024-03-01 2024-06-01', '江苏 2024-06-01']);
    await place(jiangsu, '2024-02-01', sun);
    await place(zhejiang, '2023-06-01');
    expect(await places()).toEqual([
      '浙江 2023-06-01 2024-01-01',
      '安徽 2024-01-01 2024-02-01',
      '江苏 孙 2024-02-01 2024-03-01',
      '安徽 刘 2024-03-01 2024-06-01',
      '江苏 2024-06-01',
    ]);
  });

  it('leaves the stays that follow a gap as they are', async () => {
    const { place, remove, places, anhui, jiangsu, liu } = await overlaid();
    await place(anhui, '2024-01-01', liu);
    await remove('2024-03-01');
    await place(anhui, '2024-06-01', liu);
    await place(jiangsu, '2024-02-01');
    expect(await places()).toEqual([
      '安徽 刘 2024-01-01 2024-02-01',
      '江苏 2024-02-01 2024-03-01',
      '安徽 刘 2024-06-01',
    ]);
    await place(jiangsu, '2024-04-01');
    expect((await places()).slice(2)).toEqual(['江苏 2024-04-01 2024-06-01', '安徽 刘 2024-06-01']);
  });

  it('says nothing new where the household is there so already', async () => {
    const { place, places, anhui, liu } = await overlaid();
    await place(anhui, '2024-01-01', liu);
    await place(anhui, '2024-03-01', liu);
    expect(await places()).toEqual(['安徽 刘 2024-01-01']);
  });

  it('is refused before a restructuring that took the household on from a block that ends with it', async () => {
    const { town, household, place, places, anhui, jiangsu, zhejiang } = await overlaid();
    await place(anhui, '2024-01-01');
    await apply(town, '2024-06-01', [{ merge: { units: [anhui], into: jiangsu } }]);
    await changesNothing(platform, town, async () => {
      const refusal = await town.admin.refused('placeInOverlay', { household, block: zhejiang, from: '2024-03-01' });
      expect(refusal).toEqual({ code: 'CONFLICT', field: 'input.from' });
    });
    await place(zhejiang, '2024-06-01');
    await place(zhejiang, '2023-06-01');
    expect(await places()).toEqual(['浙江 2023-06-01 2024-01-01', '安徽 2024-01-01 2024-06-01', '浙江 2024-06-01']);
  });
});

it('a household is placed by whoever is in charge of its geographic block and of the overlay’s', async () => {
  const { town, household, anhui, places } = await overlaid();
  const [officer, other] = [
    await town.account('UNIT_OFFICER', { unit: town.unit(0) }),
    await town.account('UNIT_OFFICER', { unit: town.unit(1) }),
  ];
  const overlay = (
    await town.admin.do('openOverlay', { town: town.code, name: '楼组', from: '2023-01-01' }, 'overlay { id }')
  ).overlay.id;
  const elsewhere = await town.openUnit({ overlay, parent: town.unit(1), from: '2023-01-01' });
  const refused = async (client: typeof officer, block: string | undefined) =>
    client.refused('placeInOverlay', { household, block, from: '2024-01-01' });
  expect(await refused(other, elsewhere)).toEqual({ code: 'NOT_FOUND', field: 'input.household' });
  expect(await refused(officer, elsewhere)).toEqual({ code: 'NOT_FOUND', field: 'input.block' });
  await officer.do('placeInOverlay', { household, block: anhui, from: '2024-01-01' }, 'household { id }');
  expect(await places()).toEqual(['安徽 2024-01-01']);
});

describe('a group head', () => {
  it('is one of a team of that block, and is so on that day', async () => {
    const { town, household, geographic, anhui, jiangsu, zhejiang, liu, sun } = await overlaid();
    await apply(town, '2024-06-01', [{ merge: { units: [anhui], into: jiangsu } }]);
    await town.admin.do('leaveTeam', { member: sun, on: '2024-09-01' }, 'member { id }');
    const lead = await groupHead(town, jiangsu, '周', 'LEAD');
    const wrong: [Record<string, unknown>, string][] = [
      [{ head: lead }, 'BAD_INPUT'],
      [{ head: sun, block: zhejiang }, 'BAD_INPUT'],
      [{ head: sun, from: '2024-09-01' }, 'BAD_INPUT'],
      [{ head: liu, from: '2024-05-31' }, 'BAD_INPUT'],
      [{ head: await groupHead(town, geographic[0], '吴') }, 'BAD_INPUT'],
      [{ head: household }, 'NOT_FOUND'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [change, code] of wrong) {
        const input = { household, block: jiangsu, from: '2024-07-01', ...change };
        const refusal = await town.admin.refused('placeInOverlay', input);
        expect({ change, ...refusal }).toEqual({ change, code, field: 'input.head' });
      }
    });
    for (const head of [liu, sun]) {
      await town.admin.do(
        'placeInOverlay',
        { household, block: jiangsu, from: '2024-07-01', head },
        'household { id }',
      );
    }
  });

  it('goes along with households where the team does, and is left behind where it does not', async () => {
    const { town, household, place, places, anhui, jiangsu, zhejiang, liu } = await overlaid();
    await place(anhui, '2024-01-01', liu);
    await apply(town, '2024-03-01', [{ merge: { units: [anhui], into: jiangsu } }]);
    const before = ['安徽 刘 2024-01-01 2024-03-01', '江苏 刘 2024-03-01'];
    expect(await places()).toEqual(before);
    const id = await apply(town, '2024-06-01', [
      { transferHouseholds: { from: jiangsu, to: zhejiang, households: [household] } },
    ]);
    expect(await places()).toEqual([before[0], '江苏 刘 2024-03-01 2024-06-01', '浙江 2024-06-01']);
    await town.admin.do('undoRestructuring', { restructuring: id, reason: '误' }, 'restructuring { id }');
    expect(await places()).toEqual(before);
  });
});
