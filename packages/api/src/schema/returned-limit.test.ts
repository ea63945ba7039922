import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';

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
