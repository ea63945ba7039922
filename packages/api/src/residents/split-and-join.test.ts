import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { addResident, inhabitedTown, membersOn, recordOf } from './resident.fixture.ts';

const platform = testPlatform();

async function threeGenerations() {
  const settled = await inhabitedTown(platform, 2);
  const [home] = settled.households;
  const son = await addResident(settled.town, home, { name: '儿子' });
  const child = await addResident(settled.town, home, { name: '孩子', from: '2024-01-01' });
  return { ...settled, son, child };
}

const names = async (...asked: Parameters<typeof membersOn>) =>
  (await membersOn(...asked)).map((each) => each.replace(/ \d+/g, ''));

describe('a household', () => {
  it('is split from a day on: some of its members found one of their own, where they say', async () => {
    const { town, blocks, households, codes, son, child } = await threeGenerations();
    const [home] = households;
    const splitting = {
      household: home,
      residents: [son, child],
      code: '新户',
      block: blocks[1],
      address: '和平路1号',
    };
    const payload = await town.admin.do(
      'splitHousehold',
      { ...splitting, newHead: son, from: '2024-03-01' },
      'household { code } founded { id code validFrom }',
    );
    const { id } = payload.founded;
    expect(payload).toEqual({ household: { code: codes[0] }, founded: { id, code: '新户', validFrom: '2024-03-01' } });
    expect(await names(town.admin, home, '2024-02-29')).toEqual(['张三丰 户主', '儿子', '孩子']);
    expect(await names(town.admin, home, '2024-03-01')).toEqual(['张三丰 户主']);
    expect(await names(town.admin, id, '2024-03-01')).toEqual(['儿子 户主', '孩子']);
    const query = 'query($id: ID!) @purpose(of: CHECK) { household(id: $id) { address block { name } } }';
    expect((await town.admin.ask(query, { id })).household).toEqual({ address: '和平路1号', block: { name: '西块' } });
    expect(await recordOf(town.admin, id)).toEqual([
      `REGISTERED 2024-03-01 ${codes[0]}`,
      `RESIDENT_ADDED 2024-03-01 儿子 ${codes[0]}`,
      `RESIDENT_ADDED 2024-03-01 孩子 ${codes[0]}`,
      'ADDRESS_SET 2024-03-01 ADDRESS -→和平路1号',
    ]);
    expect((await recordOf(town.admin, home)).slice(-2)).toEqual([
      'RESIDENT_LEFT 2024-03-01 儿子 新户',
      'RESIDENT_LEFT 2024-03-01 孩子 新户',
    ]);
  });

  it('joins another from a day on: it ends, and all who are in it stay on in the other, whose head remains', async () => {
    const { town, households, codes, son } = await threeGenerations();
    const [home, other] = households;
    await town.admin.do('residentLeaves', { resident: son, on: '2024-02-01' }, 'resident { id }');
    const joining = { household: other, joining: home, from: '2024-03-01' };
    const payload = await town.admin.do('joinHouseholds', joining, 'household { code validTo } ended { code validTo }');
    expect(payload).toEqual({
      household: { code: codes[1], validTo: null },
      ended: { code: codes[0], validTo: '2024-03-01' },
    });
    expect(await names(town.admin, home, '2024-02-29')).toEqual(['张三丰 户主', '孩子']);
    expect(await names(town.admin, home, '2024-03-01')).toEqual([]);
    expect(await names(town.admin, other, '2024-03-01')).toEqual(['张四丰 户主', '张三丰', '孩子']);
    expect((await recordOf(town.admin, home)).at(-1)).toBe(`ENDED 2024-03-01 ${codes[1]}`);
  });

  it('is not split or joined where it does not fit, on the field at fault, and nothing is changed', async () => {
    const { town, blocks, households, codes, heads, son, child } = await threeGenerations();
    const [home, other] = households;
    const split = { household: home, residents: [son], code: '新户' };
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['splitHousehold', { ...split, residents: [] }, 'BAD_INPUT', 'input.residents'],
      ['splitHousehold', { ...split, residents: [son, son] }, 'BAD_INPUT', 'input.residents.1'],
      ['splitHousehold', { ...split, residents: [son, heads[1]] }, 'NOT_FOUND', 'input.residents.1'],
      ['splitHousehold', { ...split, residents: [child], from: '2023-12-31' }, 'NOT_FOUND', 'input.residents.0'],
      ['splitHousehold', { ...split, residents: [son, child, heads[0]] }, 'CONFLICT', 'input.residents'],
      ['splitHousehold', { ...split, newHead: heads[0] }, 'BAD_INPUT', 'input.newHead'],
      ['splitHousehold', { ...split, code: codes[1] }, 'CONFLICT', 'input.code'],
      ['splitHousehold', { ...split, address: '\u0000' }, 'BAD_INPUT', 'input.address'],
      ['splitHousehold', { ...split, block: town.unit(0) }, 'BAD_INPUT', 'input.block'],
      ['splitHousehold', { ...split, from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
      ['splitHousehold', { ...split, expectedVersion: 9 }, 'CONFLICT', 'input.expectedVersion'],
      ['joinHouseholds', { household: home, joining: home }, 'BAD_INPUT', 'input.joining'],
      ['joinHouseholds', { household: other, joining: home, from: '2023-06-01' }, 'CONFLICT', 'input.from'],
      ['joinHouseholds', { household: home, joining: other, from: '2022-06-01' }, 'BAD_INPUT', 'input.from'],
    ];
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const lead = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[1]) });
    await changesNothing(platform, town, async () => {
      for (const [verb, input, code, field] of wrong) {
        expect({ verb, input, ...(await town.admin.refused(verb, input)) }).toEqual({ verb, input, code, field });
      }
      expect((await member.refused('splitHousehold', split)).code).toBe('FORBIDDEN');
      const notFound = { code: 'NOT_FOUND', field: 'input.household' };
      expect(await lead.refused('splitHousehold', split)).toEqual(notFound);
      expect(await lead.refused('joinHouseholds', { household: home, joining: other })).toEqual(notFound);
    });
    await recordVisit(town, other, '2024-06-01');
    const visited = { household: home, joining: other, from: '2024-03-01' };
    expect(await town.admin.refused('joinHouseholds', visited)).toEqual({ code: 'CONFLICT', field: 'input.from' });
    await town.admin.do('endHousehold', { household: home, on: '2025-01-01' }, 'household { id }');
    for (const [verb, input] of [
      ['splitHousehold', { ...split, from: '2024-03-01' }],
      ['joinHouseholds', { household: home, joining: other, from: '2024-07-01' }],
    ] as const) {
      expect(await town.admin.refused(verb, input)).toEqual({ code: 'CONFLICT', field: 'input.household' });
    }
    const joining = { household: other, joining: home, from: '2024-07-01' };
    expect(await town.admin.refused('joinHouseholds', joining)).toEqual({ code: 'CONFLICT', field: 'input.joining' });
  });
});
