import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { apply, draft } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();

it('ends an operation whose lists within lists grow beyond 50,000 objects, whatever they were estimated at', async () => {
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
  expect(errors[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
  expect(platform.faults).toEqual([]);
});

it('counts lists of ids as well, at ten for an object', async () => {
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
    const steps = Array.from({ length: 60 }, (_, index) => `s${index}: steps { households }`).join(' ');
    const drafts = Array.from({ length: times }, (_, index) => `d${index}: restructuring(id: $id) { ...Ids }`).join(
      ' ',
    );
    return `query($id: ID!) { ${drafts} } fragment Ids on Restructuring { ${steps} }`;
  };
  expect(Object.keys((await town.admin.ask(read(1), { id })).d0)).toHaveLength(60);
  const { data, errors } = await town.admin.send(read(10), { id });
  expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([null, ['LIMIT_EXCEEDED']]);
  expect(platform.faults).toEqual([]);
});
