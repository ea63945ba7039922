import { expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { apply, register } from './restructuring.fixture.ts';

const platform = testPlatform();
const [begins, day, after] = ['2023-01-01', '2024-03-01', '2024-04-01'];

async function historyOf(town: TestTown, unit: string): Promise<string[]> {
  const query = `query($code: RegisterCode!, $unit: ID!) { town(code: $code) {
    restructurings(unit: $unit, status: [APPLIED]) { nodes { reason } } } }`;
  const { town: read } = await town.admin.ask(query, { code: town.code, unit });
  return read.restructurings.nodes.flatMap(({ reason }: { reason: string | null }) => reason ?? []);
}

it('a unit’s history has what gave it households, and what was merged into it', async () => {
  const town = await platform.newTown();
  const open = (name: string) => town.openUnit({ name, from: begins });
  const [a, b, c] = [await open('东块'), await open('西块'), await open('北块')];
  await register(town, a, begins);
  await apply(town, day, [{ transferHouseholds: { from: a, to: b } }], '划转');
  await apply(town, after, [{ merge: { units: [c], into: b } }], '合并');
  expect(await historyOf(town, a)).toEqual(['划转']);
  expect(await historyOf(town, b)).toEqual(['合并', '划转']);
  expect(await historyOf(town, c)).toEqual(['合并']);
});
