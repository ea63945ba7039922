import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';

const platform = testPlatform();

it('opens a block under a village of the register', async () => {
  const town = await platform.newTown();
  const { unit } = await town.admin.do(
    'openUnit',
    { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: ' 第一块区 ', from: '2024-03-01' },
    'unit { __typename name kind status validFrom validTo parent { id } ancestors { id } versions { name validFrom } }',
  );
  expect(unit).toMatchObject({
    __typename: 'Block',
    name: '第一块区',
    kind: 'BLOCK',
    status: 'ACTIVE',
    validFrom: '2024-03-01',
    validTo: null,
    parent: { id: town.unit(0) },
    ancestors: [{ id: town.unit(0) }],
    versions: [{ name: '第一块区', validFrom: '2024-03-01' }],
  });
});
