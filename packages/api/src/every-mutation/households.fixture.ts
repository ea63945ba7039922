import type { Data } from '../../test/client.ts';
import type { FurnishedTown } from '../access/isolation.fixture.ts';
import { heldVisit } from '../held-visits/held-visit.fixture.ts';
import { jpeg } from '../photos/photo.fixture.ts';
import { dayOf } from '../today.ts';
import { recordVisit } from '../visits/visit.fixture.ts';

/** Registers households and residents, changes them, and visits them. */
export async function keepHouseholds(town: FurnishedTown): Promise<void> {
  const { admin, code, ids, overlayBlock } = town;
  const from = '2024-01-01';
  const [block, next] = [await town.openUnit({ from }), await town.openUnit({ from })];
  const registering = { block, codes: ['甲1', '甲2', '甲3', '甲4'], from };
  const { households } = await admin.do('registerHouseholds', registering, 'households { id }');
  const [one, two, three, four] = households.map(({ id }: Data) => id);
  const add = async (household: string, name: string, more = {}) => {
    const adding = { household, name, from, ...more };
    return (await admin.do('addResident', adding, 'resident { id }')).resident.id;
  };
  await add(one, '甲', { head: true });
  const [son, daughter, guest] = [await add(one, '乙'), await add(one, '丙'), await add(one, '丁')];
  await admin.do('reviseResident', { resident: son, telephone: '13800000001' }, 'resident { id }');
  await admin.do('changeHead', { resident: son, from: '2024-02-01' }, 'resident { id }');
  await admin.do('moveResident', { resident: guest, household: two, from: '2024-02-01' }, 'resident { id }');
  await admin.do('residentLeaves', { resident: guest, on: '2024-03-01' }, 'resident { id }');
  await admin.do('setAddress', { household: one, address: '1号楼101室' }, 'household { id }');
  const splitting = { household: one, code: '甲5', residents: [daughter], from: '2024-04-01' };
  const { founded } = await admin.do('splitHousehold', splitting, 'founded { id } household { id }');
  const joining = { household: one, joining: founded.id, from: '2024-05-01' };
  await admin.do('joinHouseholds', joining, 'household { id } ended { id }');
  await admin.do('moveHousehold', { household: two, block: next, from: '2024-05-01' }, 'household { id }');
  await admin.do('endHousehold', { household: three, on: '2024-05-01' }, 'household { id }');
  await admin.do('placeInOverlay', { household: four, block: overlayBlock }, 'household { id }');
  await admin.do('removeFromOverlay', { household: four, overlay: ids.Overlay }, 'household { id }');
  await admin.do('endHouseholdCategory', { householdCategory: ids.HouseholdCategory }, 'household { id }');

  const visit = await recordVisit(town, one, '2024-06-01');
  const revising = { visit, expectedVersion: 1, reason: '更正', situation: '改写' };
  await admin.do('reviseVisit', revising, 'visit { id }');
  await admin.do('withdrawVisit', { visit, reason: '重复' }, 'visit { id }');
  const [late, dropped] = [await heldVisit(town, one), await heldVisit(town, two)];
  const mending = { held: late, visitedOn: dayOf(new Date()) };
  await admin.do('recordHeldVisit', mending, 'held { id } visit { id }');
  await admin.do('dropHeldVisit', { held: dropped, reason: '重复' }, 'held { id }');
  const content = jpeg().toString('base64');
  await admin.do('addPhoto', { town: code, content }, 'photo { id }');
}
