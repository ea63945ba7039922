import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();
const from = '2024-01-01';

/** A town with two overlays, 籍贯 and 楼组. */
async function overlaid() {
  const town = await platform.newTown();
  const open = async (name: string) =>
    (await town.admin.do('openOverlay', { town: town.code, name, from }, 'overlay { id }')).overlay.id;
  return { town, overlay: await open('籍贯'), other: await open('楼组') };
}

it('gives an overlay another name, also for its past', async () => {
  const { town, overlay } = await overlaid();
  const renaming = { overlay, name: '老乡', expectedVersion: 1 };
  const renamed = await town.admin.do('renameOverlay', renaming, 'overlay { id name version }');
  expect(renamed).toEqual({ overlay: { id: overlay, name: '老乡', version: 2 } });
  const query = `query($code: RegisterCode!) { town(code: $code, asOf: "${from}") { overlays { name } } }`;
  const { town: read } = await town.admin.ask(query, { code: town.code });
  expect(read.overlays.map((each: { name: string }) => each.name).sort()).toEqual(['楼组', '老乡']);
  // Its own name is no other's.
  await town.admin.do('renameOverlay', { overlay, name: '老乡' }, 'overlay { id }');
});

it('is refused on the field at fault, and to everybody but the administrator, and changes nothing', async () => {
  const { town, overlay } = await overlaid();
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ name: ' ' }, 'BAD_INPUT', 'input.name'],
    [{ name: '楼组' }, 'CONFLICT', 'input.name'],
    [{ expectedVersion: 2 }, 'CONFLICT', 'input.expectedVersion'],
    [{ overlay: town.unit(0) }, 'NOT_FOUND', 'input.overlay'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [change, code, field] of wrong) {
      const refusal = await town.admin.refused('renameOverlay', { overlay, name: '老乡', ...change });
      expect({ change, ...refusal }).toEqual({ change, code, field });
    }
    expect(await officer.refused('renameOverlay', { overlay, name: '老乡' })).toEqual({ code: 'FORBIDDEN' });
  });
});
