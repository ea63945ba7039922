import { describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { settledTown } from './household.fixture.ts';

const platform = testPlatform();

const days = ['2023-05-31', '2023-06-01', '2024-03-01', '2024-06-01'];

/** Where a household lives on each of the days. */
async function addresses(town: TestTown, id: string | undefined): Promise<(string | null)[]> {
  const query = `query($id: ID!) @purpose(of: CHECK) { household(id: $id) {
    ${days.map((day, index) => `d${index}: address(asOf: "${day}")`).join(' ')} } }`;
  const { household } = await town.admin.ask(query, { id });
  return days.map((_, index) => household[`d${index}`]);
}

describe('the address of a household', () => {
  it('is known from a day on until the next, and moves with it if told', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const [household] = households;
    const set = (address: string, from: string) =>
      town.admin.do('setAddress', { household, address, from }, 'household { version }');
    expect((await set('幸福路１２弄3号', '2024-06-01')).household.version).toBe(2);
    expect((await set('幸福路10弄', '2023-06-01')).household.version).toBe(3);
    expect((await set('幸福路10弄', '2023-06-01')).household.version).toBe(3);
    expect(await addresses(town, household)).toEqual([null, '幸福路10弄', '幸福路10弄', '幸福路12弄3号']);
    const moving = { household, block: blocks[1], from: '2024-03-01', address: '和平路1号' };
    await town.admin.do('moveHousehold', moving, 'household { id }');
    expect(await addresses(town, household)).toEqual([null, '幸福路10弄', '和平路1号', '幸福路12弄3号']);
    const masked = 'query($id: ID!) { household(id: $id) { address events { nodes { kind by } } } }';
    const { household: read } = await town.admin.ask(masked, { id: household });
    expect(read.address).toBeNull();
    expect(read.events.nodes.map((event: Data) => `${event.kind} ${event.by}`)).toEqual([
      'ADDRESS_SET 管理员',
      'MOVED 管理员',
      'ADDRESS_SET 管理员',
      'ADDRESS_SET 管理员',
      'REGISTERED 管理员',
    ]);
  });

  it('that two people set otherwise is at odds, with both; a move beside it is not, nor an address beside a move', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const [household] = households;
    const set = (address: string) => ({ household, address, from: '2024-03-01', expectedVersion: 1 });
    await town.admin.do('setAddress', set('幸福路1号'), 'household { id }');
    await town.admin.do('setAddress', set('幸福路1号'), 'household { id }');
    const conflict = async (
      verb: string,
      type: string,
      input: Record<string, unknown>,
      purpose = '@purpose(of: UPKEEP)',
    ) => {
      const query = `mutation($input: ${type}!) ${purpose} { ${verb}(input: $input) { household { id } } }`;
      return (await town.admin.send(query, { input })).errors[0]?.extensions;
    };
    const field = 'input.expectedVersion';
    const both = { field: 'input.address', yours: '幸福路2号', theirs: '幸福路1号' };
    expect(await conflict('setAddress', 'SetAddressInput', set('幸福路2号'))).toEqual({
      code: 'CONFLICT',
      field,
      conflicts: [both],
    });
    expect(await conflict('setAddress', 'SetAddressInput', set('幸福路2号'), '')).toEqual({
      code: 'CONFLICT',
      field,
      conflicts: [{ ...both, theirs: null }],
    });
    const move = { household, block: blocks[1], from: '2024-04-01', expectedVersion: 1 };
    expect(
      await conflict('moveHousehold', 'MoveHouseholdInput', { ...move, from: '2024-03-01', address: '幸福路2号' }),
    ).toMatchObject({ conflicts: [both] });
    await town.admin.do('moveHousehold', move, 'household { id }');
    expect(
      await conflict('moveHousehold', 'MoveHouseholdInput', { ...move, block: blocks[2], expectedVersion: 2 }),
    ).toEqual({
      code: 'CONFLICT',
      field,
      conflicts: [{ field: 'input.block', yours: blocks[2], theirs: blocks[1] }],
    });
    const beside = { household, address: '幸福路3号', from: '2024-05-01', expectedVersion: 2 };
    await town.admin.do('setAddress', beside, 'household { id }');
  });

  it('is set by whoever keeps the household’s record, and wrong input changes nothing', async () => {
    const { town, blocks, households } = await settledTown(platform, 2);
    const [household, other] = households;
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const beside = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[1]) });
    const visit = await recordVisit(town, other);
    await member.do('setAddress', { household, address: '幸福路1号' }, 'household { id }');
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ address: ' ' }, 'BAD_INPUT', 'input.address'],
      [{ address: '路'.repeat(121) }, 'BAD_INPUT', 'input.address'],
      [{ address: '一\n二' }, 'BAD_INPUT', 'input.address'],
      [{ from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
      [{ visit }, 'NOT_FOUND', 'input.visit'],
      [{ expectedVersion: 9 }, 'CONFLICT', 'input.expectedVersion'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [input, code, field] of wrong) {
        const full = { household, address: '幸福路2号', ...input };
        expect({ input, ...(await member.refused('setAddress', full)) }).toEqual({ input, code, field });
      }
      const setting = { household, address: '幸福路2号' };
      expect(await beside.refused('setAddress', setting)).toEqual({ code: 'NOT_FOUND', field: 'input.household' });
      expect((await platform.operator.refused('setAddress', setting)).code).toBe('FORBIDDEN');
    });
  });
});
