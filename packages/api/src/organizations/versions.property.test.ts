import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { registerOrganization } from './organization.fixture.ts';

const platform = testPlatform();
let town: TestTown;
beforeAll(async () => {
  town = await platform.newTown();
});

/** Days two apart, so that every boundary has a day on it and a day before it of its own. */
const days = Array.from({ length: 8 }, (_, index) => `2024-03-${10 + index * 2}`);
const dayBefore = (day: string) => `2024-03-${String(Number(day.slice(8)) - 1).padStart(2, '0')}`;
const samples = [...days.flatMap((day) => [dayBefore(day), day]), '2024-12-31'];
const first = '2024-03-12';

/** What a model knows of a value: what it was set to, and from which day on. */
interface Model {
  partyMembers: Map<string, number>;
  size: Map<string, number>;
}

const revision = fc.record({
  day: fc.constantFrom(...days),
  partyMembers: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  // Never fewer people than Party members, which would be refused.
  size: fc.option(fc.integer({ min: 3, max: 6 }), { nil: undefined }),
});

/** A value holds from the day on which it was set to that of the next setting that says something else. */
function valueOn(settings: Map<string, number>, day: string): number | undefined {
  const last = [...settings.keys()]
    .filter((each) => each <= day)
    .sort()
    .at(-1);
  return last === undefined ? undefined : settings.get(last);
}

/** Sets a value from a day on. What was settled for later stays, where it was another value than the one that held. */
function set(settings: Map<string, number>, day: string, value: number): void {
  const held = valueOn(settings, day);
  const later = [...settings.keys()].filter((each) => each > day).sort();
  for (const each of later) {
    if (settings.get(each) !== held) break;
    settings.delete(each);
  }
  settings.set(day, value);
}

it('what an organisation is on every day equals a simple model, whatever is revised in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(revision, { minLength: 1, maxLength: 8 }), async (revisions) => {
      const { id } = await registerOrganization(town, { from: first, partyMembers: 0, size: 3 });
      const model: Model = { partyMembers: new Map([[first, 0]]), size: new Map([[first, 3]]) };
      let version = 1;
      for (const { day, ...values } of revisions) {
        const input = { organization: id, from: day, expectedVersion: version, ...values };
        if (day < first) {
          const refusal = await town.admin.refused('reviseOrganization', input);
          expect(refusal).toEqual({ code: 'BAD_INPUT', field: 'input.from' });
          continue;
        }
        await town.admin.do('reviseOrganization', input, 'organization { id }');
        version += 1;
        for (const key of ['partyMembers', 'size'] as const) {
          const value = values[key];
          if (value !== undefined) set(model[key], day, value);
        }
      }
      const asked = samples.map(
        (day, index) => `d${index}: organization(id: $id, asOf: "${day}") { partyMembers size }`,
      );
      const query = `query($id: ID!) { ${asked.join(' ')} all: organization(id: $id) { versions { validFrom validTo } } }`;
      const { all, ...read } = await town.admin.ask(query, { id });
      const expected = samples.map((day) => {
        const on = day < first ? first : day;
        return { partyMembers: valueOn(model.partyMembers, on), size: valueOn(model.size, on) };
      });
      expect(samples.map((_, index) => read[`d${index}`])).toEqual(expected);
      expect(all.versions[0].validFrom).toBe(first);
      expect(all.versions.at(-1).validTo).toBeNull();
      for (const [index, each] of all.versions.slice(1).entries()) {
        expect((all.versions[index] as Data).validTo).toBe(each.validFrom);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
