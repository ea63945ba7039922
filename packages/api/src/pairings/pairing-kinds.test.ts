import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { categoriesOf } from '../categories/category.fixture.ts';
import { pairingKindIds } from './pairing.fixture.ts';

const platform = testPlatform();

const list = 'pairingKinds { name sensitive categories { name } }';
const read = async ({ admin, code }: TestTown, selection = list, client = admin) =>
  (await client.ask(`query($code: RegisterCode!) { town(code: $code) { ${selection} } }`, { code })).town;

it('a town begins with the six kinds of pairing, revises them from a day on, and what they were stays to be read', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const begun = (await read(town)).pairingKinds;
  expect(
    begun.map(({ name, sensitive, categories }: Data) => [
      name,
      sensitive,
      ...categories.map((each: Data) => each.name),
    ]),
  ).toEqual([
    ['贫病', true, '重病家庭', '困难家庭'],
    ['独居', false, '独居老人'],
    ['高龄', false, '纯老家庭'],
    ['下岗失业', false],
    ['残疾', true, '残疾人家庭'],
    ['突遭不幸', false],
  ]);
  const categories = await categoriesOf(town);
  const adding = { town: code, name: '失独', categories: [categories.困难家庭], from: '2025-01-01' };
  const { pairingKind } = await admin.do('addPairingKind', adding, 'pairingKind { id version }');
  const revising = { pairingKind: pairingKind.id, from: '2026-01-01' };
  await admin.do('revisePairingKind', { ...revising, name: '失独家庭' }, 'pairingKind { id }');
  await admin.do('revisePairingKind', { ...revising, categories: [categories.独居老人] }, 'pairingKind { id }');
  await admin.do('endPairingKind', { pairingKind: pairingKind.id, on: '2026-06-01' }, 'pairingKind { id }');
  expect((await read(town)).pairingKinds).toEqual(begun);
  const all = 'pairingKinds(ended: true) { name validTo versions { name validFrom validTo categories { name } } }';
  expect((await read(town, all)).pairingKinds.at(-1)).toEqual({
    ...{ name: '失独家庭', validTo: '2026-06-01' },
    versions: [
      { name: '失独', validFrom: '2025-01-01', validTo: '2026-01-01', categories: [{ name: '困难家庭' }] },
      { name: '失独家庭', validFrom: '2026-01-01', validTo: '2026-06-01', categories: [{ name: '独居老人' }] },
    ],
  });
  // What is ended leaves its name to another one.
  await admin.do('addPairingKind', { town: code, name: '失独家庭', from: '2026-06-01' }, 'pairingKind { id }');
});

it('a kind that is wrong is refused on the field at fault, and only whoever settles the town’s lists changes it', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const [kinds, categories] = [await pairingKindIds(town), await categoriesOf(town)];
  const added = await admin.do('addPairingKind', { town: code, name: '旧', from: '2026-01-01' }, 'pairingKind { id }');
  const ended = added.pairingKind.id;
  await admin.do('endPairingKind', { pairingKind: ended }, 'pairingKind { id }');
  const later = await admin.do('addCategory', { town: code, name: '新类', group: 'KEY' }, 'category { id }');
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  expect(await read(town, list, officer)).toEqual(await read(town));
  const pairingKind = kinds.独居;
  await changesNothing(platform, town, async () => {
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['addPairingKind', { town: code, name: '独居' }, 'CONFLICT', 'input.name'],
      ['addPairingKind', { town: code, name: ' ' }, 'BAD_INPUT', 'input.name'],
      ['addPairingKind', { town: code, name: '新', from: '1900-01-01' }, 'BAD_INPUT', 'input.from'],
      [
        'addPairingKind',
        { town: code, name: '新', categories: [categories.重病家庭] },
        'BAD_INPUT',
        'input.categories.0',
      ],
      [
        'addPairingKind',
        { town: code, name: '新', categories: [categories.教师, categories.教师] },
        ...(['BAD_INPUT', 'input.categories.1'] as const),
      ],
      ['addPairingKind', { town: code, name: '新', categories: [town.unit(0)] }, 'NOT_FOUND', 'input.categories.0'],
      [
        'addPairingKind',
        { town: code, name: '新', categories: [later.category.id], from: '2020-01-01' },
        ...(['BAD_INPUT', 'input.from'] as const),
      ],
      ['revisePairingKind', { pairingKind }, 'BAD_INPUT', 'input.name'],
      ['revisePairingKind', { pairingKind, name: '高龄' }, 'CONFLICT', 'input.name'],
      ['revisePairingKind', { pairingKind, name: '新', from: '1949-09-30' }, 'BAD_INPUT', 'input.from'],
      ['revisePairingKind', { pairingKind, name: '新', expectedVersion: 7 }, 'CONFLICT', 'input.expectedVersion'],
      ['revisePairingKind', { pairingKind, categories: [categories.残疾人家庭] }, 'BAD_INPUT', 'input.categories.0'],
      ['revisePairingKind', { pairingKind: ended, name: '新' }, 'CONFLICT', 'input.pairingKind'],
      ['endPairingKind', { pairingKind: ended }, 'CONFLICT', 'input.pairingKind'],
      ['endPairingKind', { pairingKind, on: '1900-01-01' }, 'BAD_INPUT', 'input.on'],
    ];
    for (const [verb, input, problem, field] of wrong) {
      expect({ verb, input, ...(await admin.refused(verb, input)) }).toEqual({ verb, input, code: problem, field });
      expect({ verb, ...(await officer.refused(verb, input)) }).toEqual({ verb, code: 'FORBIDDEN' });
    }
  });
});
