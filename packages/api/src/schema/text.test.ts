import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

it('a name holds nothing that cannot be seen, so that no two look alike', async () => {
  const town = await platform.newTown();
  const input = { town: town.code, parent: town.unit(0), kind: 'BLOCK' };
  await town.openUnit({ name: '东块' });
  const unseen = [
    '\u3164',
    '\u2800',
    '\uffff',
    '东\u034f块',
    '东块\ufe0f',
    '东\u200b块',
    '东\u202e块',
    '东\n块',
    '东\u0000块',
  ];
  await changesNothing(platform, town, async () => {
    for (const name of unseen) {
      const refused = await town.admin.refused('openUnit', { ...input, name });
      expect({ name, ...refused }).toEqual({ name, code: 'BAD_INPUT', field: 'input.name' });
    }
  });
  for (const name of ['𠮷块', 'é块', '第１块', '块（筹）', 'B-2 🏠']) {
    expect((await town.admin.do('openUnit', { ...input, name }, 'unit { name }')).unit.name).toBe(
      name.normalize('NFC'),
    );
  }
});
