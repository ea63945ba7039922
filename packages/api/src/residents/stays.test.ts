import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { addResident, inhabitedTown, membersOn, recordOf } from './resident.fixture.ts';

const platform = testPlatform();

const names = async (...asked: Parameters<typeof membersOn>) =>
  (await membersOn(...asked)).map((each) => each.replace(/ \d+/g, ''));

describe('a resident', () => {
  it('leaves on a day, or goes into another household, and is there until then', async () => {
    const { town, households } = await inhabitedTown(platform, 2);
    const [home, other] = households;
    const [son, daughter] = [
      await addResident(town, home, { name: '小明' }),
      await addResident(town, home, { name: '小红' }),
    ];
    await town.admin.do('residentLeaves', { resident: son, on: '2024-03-01' }, 'resident { id }');
    await town.admin.do(
      'moveResident',
      { resident: daughter, household: other, from: '2024-05-01' },
      'resident { id }',
    );
    expect(await names(town.admin, home, '2024-02-29')).toEqual(['张三丰 户主', '小明', '小红']);
    expect(await names(town.admin, home, '2024-03-01')).toEqual(['张三丰 户主', '小红']);
    expect(await names(town.admin, home, '2024-05-01')).toEqual(['张三丰 户主']);
    expect(await names(town.admin, other, '2024-05-01')).toEqual(['张四丰 户主', '小红']);
    const query = 'query($id: ID!) { resident(id: $id) { stays { household { code } head validFrom validTo } } }';
    expect((await town.admin.ask(query, { id: daughter })).resident.stays).toMatchObject([
      { head: false, validFrom: '2023-01-01', validTo: '2024-05-01' },
      { head: false, validFrom: '2024-05-01', validTo: null },
    ]);
    expect((await recordOf(town.admin, other)).at(-1)).toMatch(/^RESIDENT_ADDED 2024-05-01 小红 户/);
  });

  it('is no more shown, as they are now, to whoever had their household, once they are where others are in charge', async () => {
    const { town, blocks, households } = await inhabitedTown(platform, 2);
    const [home, other] = households;
    const lead = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[0], '东组') });
    const daughter = await addResident(town, home, { name: '小红', telephone: '13800000001' });
    await town.admin.do('moveHousehold', { household: other, block: blocks[1] }, 'household { id }');
    const query = `query($id: ID!) @purpose(of: CHECK) { household(id: $id) { residents(asOf: "2024-02-29") { name telephone }
      events(first: 50) { nodes { kind resident { name telephone } } } } }`;
    const seenBy = async (client: ApiClient) => JSON.stringify((await client.ask(query, { id: home })).household);
    expect(await seenBy(lead)).toContain('13800000001');
    const moving = { resident: daughter, household: other, from: '2024-05-01' };
    await town.admin.do('moveResident', moving, 'resident { id }');
    await town.admin.do('reviseResident', { resident: daughter, telephone: '13800000002' }, 'resident { id }');
    expect(await seenBy(town.admin)).toContain('13800000002');
    expect(await seenBy(lead)).not.toMatch(/小红|1380000000/);
    expect(await seenBy(lead)).toContain('张三丰');
  });

  it('becomes head of the household from a day on, and there is one head at a time', async () => {
    const { town, households, heads } = await inhabitedTown(platform, 1);
    const [household] = households;
    const son = await addResident(town, household, { name: '小明' });
    await town.admin.do('changeHead', { resident: son, from: '2024-03-01' }, 'resident { id }');
    expect(await names(town.admin, household, '2024-02-29')).toEqual(['张三丰 户主', '小明']);
    expect(await names(town.admin, household, '2024-03-01')).toEqual(['小明 户主', '张三丰']);
    await town.admin.do('residentLeaves', { resident: son, on: '2024-04-01' }, 'resident { id }');
    await town.admin.do('changeHead', { resident: heads[0], from: '2024-04-01' }, 'resident { id }');
    expect(await names(town.admin, household, '2024-04-01')).toEqual(['张三丰 户主']);
    const [first, second] = [
      await addResident(town, household, { name: '甲' }),
      await addResident(town, household, { name: '乙' }),
    ];
    const query = 'mutation($input: ChangeHeadInput!) { changeHead(input: $input) { resident { id } } }';
    const answers = await Promise.all(
      [first, second, first, second].map((resident) =>
        town.admin.send(query, { input: { resident, from: '2024-06-01' } }),
      ),
    );
    expect(answers.filter(({ errors }) => errors.length === 0).length).toBeGreaterThan(0);
    expect((await names(town.admin, household, '2024-06-01')).filter((each) => each.endsWith('户主'))).toHaveLength(1);
    expect(platform.faults).toEqual([]);
  });

  it('leaves with a household that ends, and is seen then by those who saw the household last', async () => {
    const { town, households, heads, blocks } = await inhabitedTown(platform, 1);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    await town.admin.do('endHousehold', { household: households[0], on: '2024-03-01' }, 'household { id }');
    expect(await names(town.admin, households[0], '2024-02-29')).toEqual(['张三丰 户主']);
    expect(await names(town.admin, households[0], '2024-03-01')).toEqual([]);
    expect((await member.ask('query($id: ID!) { resident(id: $id) { name } }', { id: heads[0] })).resident.name).toBe(
      '张**',
    );
  });

  it('is refused what does not fit, on the field at fault, and nothing is changed', async () => {
    const { town, households, heads } = await inhabitedTown(platform, 4);
    const [home, other, ended, ending] = households;
    const [head] = heads;
    const left = await addResident(town, home, { name: '小明' });
    await town.admin.do('residentLeaves', { resident: left, on: '2024-03-01' }, 'resident { id }');
    const later = await addResident(town, home, { name: '小红', from: '2024-06-01' });
    await town.admin.do('endHousehold', { household: ended, on: '2024-01-01' }, 'household { id }');
    const ahead = `${new Date().getFullYear() + 1}-06-01`;
    await town.admin.do('endHousehold', { household: ending, on: ahead }, 'household { id }');
    const visit = await recordVisit(town, other);
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['residentLeaves', { resident: left }, 'CONFLICT', 'input.resident'],
      ['residentLeaves', { resident: head, on: '2022-12-31' }, 'BAD_INPUT', 'input.on'],
      ['residentLeaves', { resident: head, visit }, 'NOT_FOUND', 'input.visit'],
      ['moveResident', { resident: left, household: other }, 'CONFLICT', 'input.resident'],
      ['moveResident', { resident: head, household: home }, 'CONFLICT', 'input.household'],
      ['moveResident', { resident: head, household: ended }, 'CONFLICT', 'input.household'],
      ['moveResident', { resident: head, household: ending }, 'CONFLICT', 'input.household'],
      ['moveResident', { resident: later, household: other, from: '2024-05-31' }, 'BAD_INPUT', 'input.from'],
      ['changeHead', { resident: head }, 'CONFLICT', 'input.resident'],
      ['changeHead', { resident: left }, 'CONFLICT', 'input.resident'],
      ['changeHead', { resident: later, from: '2024-05-31' }, 'BAD_INPUT', 'input.from'],
      ['endHousehold', { household: home, on: '2024-05-31' }, 'CONFLICT', 'input.on'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [verb, input, code, field] of wrong) {
        expect({ verb, input, ...(await town.admin.refused(verb, input)) }).toEqual({ verb, input, code, field });
      }
    });
    await town.admin.do('changeHead', { resident: later, from: '2024-07-01' }, 'resident { id }');
    const back = { resident: head, from: '2024-06-01' };
    expect(await town.admin.refused('changeHead', back)).toEqual({ code: 'BAD_INPUT', field: 'input.from' });
  });
});
