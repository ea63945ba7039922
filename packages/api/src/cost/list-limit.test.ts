import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { apply, draft } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();

it('refuses lists within lists before it reads them, and names the part that they are, where all they might hold is too much', async () => {
  const town = await platform.newTown();
  let last = await town.openUnit({ kind: 'VILLAGE', name: '第0村', parent: undefined, from: '2024-01-01' });
  for (let month = 1; month <= 12; month++) {
    const name = `第${month}村`;
    const steps = [{ open: { ref: 'n', kind: 'VILLAGE', name } }, { merge: { units: [last], into: '#n' } }];
    await apply(town, `2024-${String(month).padStart(2, '0')}-02`, steps);
    const { town: read } = await town.admin.ask(
      'query($code: RegisterCode!) { town(code: $code) { unitsEverNamed(text: "村") { name unit { id } } } }',
      { code: town.code },
    );
    last = read.unitsEverNamed.find((each: { name: string }) => each.name === name).unit.id;
  }
  const chain = (times: number) =>
    `query($id: ID!) { unit(id: $id) { ${'lineage { predecessor { '.repeat(times)} id ${'} } '.repeat(times)} } }`;
  const { unit } = await town.admin.ask(chain(2), { id: last });
  expect(unit.lineage).toHaveLength(12);
  const { data, errors } = await town.admin.send(chain(6), { id: last });
  expect([data, errors]).toEqual([undefined, [expect.objectContaining({ locations: [expect.anything()] })]]);
  expect(errors[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'cost', asked: expect.any(Number) });
  expect(errors[0]?.extensions.part.slice(0, 3)).toEqual(['unit', 'lineage', 'predecessor']);
  expect(platform.faults).toEqual([]);
});

it('counts lists of ids as well, a point each', async () => {
  const town = await platform.newTown();
  const [block, other] = [await town.openUnit({ from: '2024-01-01' }), await town.openUnit({ from: '2024-01-01' })];
  const codes = Array.from({ length: 1000 }, (_, index) => `户${index}`);
  const registered = await town.admin.do(
    'registerHouseholds',
    { block, codes, from: '2024-01-01' },
    'households { id }',
  );
  const households = registered.households.map(({ id }: { id: string }) => id);
  const { id } = await draft(town, '2024-06-01', [{ transferHouseholds: { from: block, to: other, households } }]);
  const read = (times: number) => {
    const steps = Array.from({ length: times }, (_, index) => `s${index}: steps { households }`).join(' ');
    return `query($id: ID!) { restructuring(id: $id) { ${steps} } }`;
  };
  const told = { 'lianxin-cost': '1' };
  const { extensions } = await town.admin.send(read(10), { id }, told);
  // The restructuring and its place, and ten times the place of a list, a step and its households.
  expect(extensions.cost.used).toBe(110 + 10 * (100 + 10 + 1000));
  const { errors } = await town.admin.send(read(60), { id }, told);
  expect(errors.map((error) => error.extensions)).toMatchObject([{ code: 'LIMIT_EXCEEDED', limit: 'cost' }]);
  expect(platform.faults).toEqual([]);
});
