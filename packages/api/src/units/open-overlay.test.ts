import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

async function town() {
  const made = await platform.newTown();
  const open = async (name: string, from: string) =>
    (await made.admin.do('openOverlay', { town: made.code, name, from }, 'overlay { id }')).overlay.id;
  return { ...made, open };
}

it('opens an overlay from a day on, beside the geographic blocks', async () => {
  const { admin, code, open } = await town();
  const id = await open(' 籍贯 ', '2024-01-01');
  const query = `query($code: RegisterCode!) { late: town(code: $code, asOf: "2024-01-01") { overlays { id name validFrom validTo version blockCount } }
    early: town(code: $code, asOf: "2023-12-31") { overlays { id } } }`;
  expect(await admin.ask(query, { code })).toEqual({
    late: { overlays: [{ id, name: '籍贯', validFrom: '2024-01-01', validTo: null, version: 1, blockCount: 0 }] },
    early: { overlays: [] },
  });
});

it('gives a name again once nobody has it, and where its overlay was never there', async () => {
  const { admin, code, open } = await town();
  const first = await open('籍贯', '2024-01-01');
  await admin.do('closeOverlay', { overlay: first, on: '2024-06-01' }, 'overlay { id }');
  expect(await admin.refused('openOverlay', { town: code, name: '籍贯', from: '2024-05-31' })).toEqual({
    code: 'CONFLICT',
    field: 'input.name',
  });
  const slip = await open('籍贯', '2024-07-01');
  await admin.do('closeOverlay', { overlay: slip, on: '2024-07-01' }, 'overlay { id }');
  await open('籍贯', '2024-06-01');
});

it('is refused without a name, and to everybody but the administrator', async () => {
  const made = await town();
  const officer = await made.account('UNIT_OFFICER', { unit: made.unit(0) });
  const input = { town: made.code, name: '籍贯' };
  await changesNothing(platform, made, async () => {
    expect(await officer.refused('openOverlay', input)).toEqual({ code: 'FORBIDDEN' });
    for (const name of [' ', '长'.repeat(61)]) {
      const refusal = await made.admin.refused('openOverlay', { ...input, name });
      expect(refusal).toEqual({ code: 'BAD_INPUT', field: 'input.name' });
    }
  });
});
