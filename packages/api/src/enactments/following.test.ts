import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { apply, dependentsOf, undo } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();
const [begins, day, next, late] = ['2023-01-01', '2024-03-01', '2024-04-01', '2025-01-01'];

/** A town with three blocks, and a person who holds a post at the first. */
async function blocks() {
  const town = await platform.newTown();
  const open = (name: string) => town.openUnit({ from: begins, name });
  const [a, b, c] = [await open('东块'), await open('西块'), await open('北块')];
  const person = await town.person();
  const appoint = async (unit: string, from: string): Promise<string> =>
    (await town.admin.do('appointOfficer', { unit, person, title: 'DIRECTOR', from }, 'post { id }')).post.id;
  const end = (post: string, on: string) => town.admin.do('endPost', { post, on }, 'post { id }');
  return { town, a, b, c, appoint, end };
}

const days = [begins, '2024-02-29', day, '2024-03-31', next, '2024-12-31', late, '2030-01-01'];

/** On each day, the units at which the posts of a town are held, by name. */
async function heldOn(town: TestTown): Promise<Record<string, string[]>> {
  const units = (asOf: string) =>
    town.admin.ask(
      `query($code: RegisterCode!, $asOf: Date) { town(code: $code, asOf: $asOf) {
        units(asOf: $asOf, kind: BLOCK, first: 50) { nodes { name ... on Block { posts { title } } } } } }`,
      { code: town.code, asOf },
    );
  const held = await Promise.all(
    days.map(async (asOf): Promise<[string, string[]]> => {
      const { town: read } = await units(asOf);
      return [asOf, read.units.nodes.flatMap(({ name, posts }: Data) => posts.map(() => name))];
    }),
  );
  return Object.fromEntries(held);
}

it('a post goes on at the heir when the same post there has ended, and is not held twice before', async () => {
  const { town, a, b, appoint, end } = await blocks();
  await appoint(a, begins);
  await end(await appoint(b, begins), next);
  const before = await heldOn(town);
  const id = await apply(town, day, [{ merge: { units: [a], into: b } }]);
  const after = await heldOn(town);
  for (const on of days) expect({ on, held: after[on] }).toEqual({ on, held: on < day ? before[on] : ['西块'] });
  expect(await dependentsOf(town, id)).toEqual([]);
  await undo(town, id);
  expect(await heldOn(town)).toEqual(before);
});

it('a post goes on at the heir until the same post there begins', async () => {
  const { town, a, b, c, appoint } = await blocks();
  await appoint(a, begins);
  await appoint(c, late);
  const before = await heldOn(town);
  const steps = [{ merge: { units: [a], into: b } }, { merge: { units: [b], into: c } }];
  const id = await apply(town, day, steps);
  const after = await heldOn(town);
  for (const on of days) expect({ on, held: after[on] }).toEqual({ on, held: [on < day ? '东块' : '北块'] });
  expect(await dependentsOf(town, id)).toEqual([]);
  await undo(town, id);
  expect(await heldOn(town)).toEqual(before);
});

it('a post goes on at the heir before and after the same post there', async () => {
  const { town, a, b, appoint, end } = await blocks();
  await appoint(a, begins);
  await end(await appoint(b, next), late);
  const before = await heldOn(town);
  const id = await apply(town, day, [{ close: { unit: a, heir: b } }]);
  const after = await heldOn(town);
  for (const on of days) expect({ on, held: after[on] }).toEqual({ on, held: [on < day ? '东块' : '西块'] });
  await undo(town, id);
  expect(await heldOn(town)).toEqual(before);
});

it('a post that the heir has for all the time ends, and one that was ended since keeps a restructuring from being undone', async () => {
  const { town, a, b, c, appoint, end } = await blocks();
  await appoint(a, begins);
  await appoint(b, begins);
  const first = await apply(town, day, [{ merge: { units: [a], into: b } }]);
  expect((await heldOn(town))[late]).toEqual(['西块']);
  await undo(town, first);
  const second = await apply(town, day, [{ merge: { units: [a], into: c } }]);
  const { unit } = await town.admin.ask('query($id: ID!) { unit(id: $id) { ... on Block { posts { id } } } }', {
    id: c,
  });
  await end(unit.posts[0].id, late);
  expect(await dependentsOf(town, second)).toMatchObject([{ kind: 'POST', count: 1 }]);
});
