import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();
const from = '2024-01-01';

/** A town with an overlay of one block. */
async function overlaid() {
  const town = await platform.newTown();
  const opening = { town: town.code, name: '籍贯', from };
  const { overlay } = await town.admin.do('openOverlay', opening, 'overlay { id }');
  return { town, overlay: overlay.id, block: await town.openUnit({ overlay: overlay.id, from }) };
}

it('closes an overlay whose blocks are closed by then, and keeps its past', async () => {
  const { town, overlay, block } = await overlaid();
  await town.admin.do('closeUnit', { unit: block, on: '2024-06-01' }, 'unit { id }');
  const { overlay: closed } = await town.admin.do(
    'closeOverlay',
    { overlay, on: '2024-06-01' },
    'overlay { validTo version }',
  );
  expect(closed).toEqual({ validTo: '2024-06-01', version: 2 });
  const query = 'query($code: RegisterCode!, $asOf: Date) { town(code: $code, asOf: $asOf) { overlays { id } } }';
  const on = async (asOf: string) => (await town.admin.ask(query, { code: town.code, asOf })).town.overlays;
  expect((await on('2024-05-31')).map((each: Data) => each.id)).toEqual([overlay]);
  expect(await on('2024-06-01')).toEqual([]);
  expect(
    await town.admin.refused('openUnit', { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: '新', overlay }),
  ).toMatchObject({ code: 'CONFLICT' });
});

it('is refused on the field at fault, and to everybody but the administrator, and changes nothing', async () => {
  const { town, overlay, block } = await overlaid();
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const refused = async (input: Record<string, unknown>) => {
    const refusal = await town.admin.refused('closeOverlay', { overlay, ...input });
    return `${refusal.code} ${refusal.field}`;
  };
  await changesNothing(platform, town, async () => {
    expect(await refused({})).toBe('CONFLICT input.overlay');
    expect(await refused({ on: '2023-12-31' })).toBe('BAD_INPUT input.on');
    expect(await refused({ overlay: block })).toBe('NOT_FOUND input.overlay');
    expect(await officer.refused('closeOverlay', { overlay })).toEqual({ code: 'FORBIDDEN' });
  });
  await town.admin.do('closeUnit', { unit: block, on: '2024-06-01' }, 'unit { id }');
  expect(await refused({ on: '2024-05-31' })).toBe('CONFLICT input.overlay');
  await town.admin.do('closeOverlay', { overlay, on: '2024-06-01' }, 'overlay { id }');
  expect(await refused({ on: '2024-07-01' })).toBe('CONFLICT input.overlay');
});
