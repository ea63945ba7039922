import { Client } from 'pg';
import { expect, it, vi } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { permissionName } from '../access/permission.type.ts';
import { scopes } from '../access/scopes.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise } from '../requests/request.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { exported, exporting, makesExports } from './export.fixture.ts';

const platform = testPlatform();
const fragments = `
  fragment Households on Household { code block { name } places { validFrom } residents { name } categories { name } lastVisit { visitedOn } }
  fragment Visits on Visit { household { id } block { name parent { name } } visitors { name posts { title } } requests { number } }
  fragment Requests on Request { subject { name } household { code } events { step holder { name } } levels { unit { name } } }`;
const original = Client.prototype.query;

/** What an export of a town with so many households, each visited and asking for something, reads of them: how many statements. */
async function statementsFor(households: number): Promise<number> {
  const settled = await settledTown(platform, households);
  for (const household of settled.households) {
    await recordVisit(settled.town, household);
    await raise(settled.town, { household });
  }
  const read = scopes.filter((scope) => scope.endsWith(':read') && scope !== 'town:read').map(permissionName);
  const of = await exporting(platform, settled.town, [...read, 'REQUEST_COUNT']);
  const count = async () => {
    const sent: string[] = [];
    const spy = vi.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...args: unknown[]) {
      const [query] = args;
      const text = typeof query === 'string' ? query : (query as { text?: string }).text;
      if (text && /\b(household|visit|request|person|resident|unit)/.test(text) && !text.includes('export'))
        sent.push(text);
      return original.apply(this, args as never) as never;
    });
    const ready = await exported(of, { fragments });
    spy.mockRestore();
    expect(ready.counts.map((each: { records: number }) => each.records)).toEqual([households, households, households]);
    return sent.length;
  };
  // The first one makes the process know the town's tree.
  await count();
  return count();
}

it('an export sends as many statements for many records as for a few, as far as they are read at once', async () => {
  await makesExports(platform);
  const few = await statementsFor(3);
  expect(few).toBeGreaterThan(5);
  expect(await statementsFor(40)).toBe(few);
}, 120_000);
