import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { apply, draft } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();

it('a merger warns of a unit that would have two secretaries or directors, and of nobody who holds a post already', async () => {
  const town = await platform.newTown();
  const open = (name: string) => town.openUnit({ kind: 'VILLAGE', name, parent: undefined, from: '2024-01-01' });
  const [east, west] = [await open('东村'), await open('西村')];
  const [first, second] = [await town.person('甲'), await town.person('乙')];
  const appoint = (person: string, unit: string, title: string) =>
    town.admin.do('appointOfficer', { person, unit, title, from: '2024-01-01' }, 'post { id }');
  await appoint(first, east, 'PARTY_SECRETARY');
  await appoint(first, east, 'DIRECTOR');
  await appoint(second, west, 'PARTY_SECRETARY');
  await appoint(first, west, 'DIRECTOR');
  const merging = (officers: string) => [{ merge: { units: [east], into: west, officers } }];
  const codes = async (officers: string) =>
    (await draft(town, '2024-06-01', merging(officers))).checks
      .filter(({ code }) => code !== 'otherDraft')
      .map(({ severity, code, field, units }) => [severity, code, field, units]);
  expect(await codes('FOLLOW')).toEqual([
    ['WARNING', 'twoSecretaries', 'input.steps.0.merge.officers', [{ name: '西村' }]],
  ]);
  expect((await codes('END')).map(([, code]) => code)).toEqual(['postsEnd']);
  await apply(town, '2024-06-01', merging('FOLLOW'));
});
