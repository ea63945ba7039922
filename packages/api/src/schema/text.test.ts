import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise, subject } from '../requests/request.fixture.ts';

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
    // Joiners and selectors where no emoji has them, or that make nothing of what stands there.
    '东\u200d块',
    '🏠\u200d🏠',
    '🏠\ufe0f',
    '👨\u200d',
    '👨\u200d👩\u200d👧\u200d',
    '\u200d👨\u200d👩\u200d👧',
    '1\ufe0f',
    '❤\ufe0f\ufe0f',
  ];
  await changesNothing(platform, town, async () => {
    for (const name of unseen) {
      const refused = await town.admin.refused('openUnit', { ...input, name });
      expect({ name, ...refused }).toEqual({ name, code: 'BAD_INPUT', field: 'input.name' });
    }
  });
  for (const name of [
    '𠮷块',
    'é块',
    '第１块',
    '块（筹）',
    'B-2 🏠',
    '👨\u200d👩\u200d👧之家',
    '❤\ufe0f块',
    '第1\ufe0f\u20e3块',
  ]) {
    expect((await town.admin.do('openUnit', { ...input, name }, 'unit { name }')).unit.name).toBe(
      name.normalize('NFC'),
    );
  }
});

it('texts hold emoji that are made of several characters, and nothing else that joins or selects them', async () => {
  const { town, households } = await settledTown(platform, 1);
  const raised = async (description: string) => {
    const request = await raise(town, { household: households[0], description });
    const query = 'query($id: ID!) @purpose(of: CHECK) { request(id: $id) { description } }';
    return (await town.admin.ask(query, { id: request.id })).request.description;
  };
  const family = '谢谢！👨\u200d👩\u200d👧\n👩🏽\u200d⚕\ufe0f、🏳\ufe0f\u200d🌈、🇨🇳、❤\ufe0f';
  expect(await raised(family)).toBe(family);
  for (const description of ['谢\u200d谢', '谢谢\ufe0f', '👨\u200d\n👩', '👨\u200d谢谢', '谢\u200c谢']) {
    const input = { source: 'VISIT', subject: await subject(town), household: households[0], description };
    const refused = await town.admin.refused('raiseRequest', input);
    expect({ description, ...refused }).toEqual({ description, code: 'BAD_INPUT', field: 'input.description' });
  }
});

it('lengths are those of characters as PostgreSQL counts them, in every text', async () => {
  const { town, households } = await settledTown(platform, 1);
  const family = '👨\u200d👩\u200d👧';
  const named = (name: string) => town.admin.send(opening, { input: { town: town.code, kind: 'VILLAGE', name } });
  const opening = 'mutation($input: OpenUnitInput!) { openUnit(input: $input) { unit { id } } }';
  for (const [name, isTaken] of [
    ['𠮷'.repeat(60), true],
    ['𠮷'.repeat(61), false],
    [family.repeat(12), true],
    [`${family.repeat(12)}户`, false],
  ] as const) {
    const { errors } = await named(name);
    expect([name, ...errors.map(({ message }) => message)]).toEqual([
      name,
      ...(isTaken ? [] : ['At most 60 characters.']),
    ]);
  }
  const [{ most } = { most: 0 }] = await platform.database.sql<{ most: number }>(
    'select max(char_length(name)) as most from unit_version where town_id = $1',
    [town.code],
  );
  expect(most).toBe(60);
  const asked = { source: 'VISIT', subject: await subject(town), household: households[0] };
  await town.admin.do('raiseRequest', { ...asked, description: '𠮷'.repeat(2000) }, 'request { id }');
  const refused = await town.admin.refused('raiseRequest', { ...asked, description: '𠮷'.repeat(2001) });
  expect(refused).toEqual({ code: 'BAD_INPUT', field: 'input.description' });
});
