import { describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { atDesk, type Desk } from '../db/door.ts';
import { register, settledTown } from '../households/household.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { visitInput } from './visit.fixture.ts';

const platform = testPlatform();

/** Sends a mutation and tells the code of its refusal, or that it is done. */
async function attempt(client: ApiClient, name: string, input: Record<string, unknown>): Promise<string> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const { errors } = await client.send(`mutation($input: ${type}) { ${name}(input: $input) { __typename } }`, {
    input,
  });
  return errors[0]?.extensions.code ?? 'DONE';
}

describe('a visit that two people are at once about', () => {
  it('is recorded and keeps its household from ending, or is refused since that has ended', async () => {
    const { town, households } = await settledTown(platform, 30);
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const outcomes = [];
    for (const household of households) {
      const visit = attempt(officer, 'recordVisit', await visitInput(town, household, '2024-07-01'));
      const end = attempt(town.admin, 'endHousehold', { household, on: '2024-06-01' });
      outcomes.push(await Promise.all([visit, end]));
    }
    const one = expect.toSatisfy((each) => [...each].sort().join() === 'CONFLICT,DONE');
    expect(outcomes).toEqual(outcomes.map(() => one));
  });

  it('keeps the restructuring from being undone that opened its block, or lies under the block before it', async () => {
    const { town, begins } = await settledTown(platform, 0);
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    for (let round = 0; round < 15; round++) {
      const block = await town.openUnit({ from: begins });
      const [household] = await register(town, block, [`${round}`]);
      const restructuring = await apply(town, '2024-03-01', [
        { open: { ref: 'n', kind: 'BLOCK', name: `新块${round}`, parent: town.unit(0) } },
        { merge: { units: [block], into: '#n' } },
      ]);
      const visit = attempt(officer, 'recordVisit', await visitInput(town, household, '2024-07-01'));
      const undoing = attempt(town.admin, 'undoRestructuring', { restructuring, reason: '误' });
      const [recorded, undone] = await Promise.all([visit, undoing]);
      const read = await town.admin.ask(
        'query($id: ID!) { household(id: $id) { block(asOf: "2024-07-01") { id } visits { nodes { block { id } } } } }',
        { id: household },
      );
      const under = undone === 'DONE' ? block : read.household.block.id;
      expect({ recorded, under: read.household.visits.nodes.map((each: Data) => each.block.id) }).toEqual({
        recorded: 'DONE',
        under: [under],
      });
    }
  });

  it('does not wait for another visit', async () => {
    const { town, households } = await settledTown(platform, 1);
    const seat = { role: 'app_town', town: Number(town.code) } as const;
    const meanwhile = async (desk: Desk) => {
      await holdTree(desk);
      expect(await attempt(town.admin, 'recordVisit', await visitInput(town, households[0]))).toBe('DONE');
    };
    await atDesk(platform.database.orm, seat, new Date(), 'write', meanwhile);
  });
});
