import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { openOverlay, settledTown } from '../households/household.fixture.ts';
import { membersOn } from './resident.fixture.ts';

const platform = testPlatform();
describe('a resident', () => {
  it('is in a household from a day on, its head first', async () => {
    const { town, households } = await settledTown(platform, 1);
    const [household] = households;
    const add = (input: Record<string, unknown>) =>
      town.admin.do('addResident', { household, ...input }, 'resident { version }');
    await add({ name: '王小明', birthYear: 2010, from: '2024-01-01' });
    await add({ name: '王大明', birthYear: 1980, telephone: '021-6234 5678', head: true, from: '2023-06-01' });
    await add({ name: '王小明', birthYear: 2012, from: '2024-01-01' });
    expect(await membersOn(town.admin, household, '2023-05-31')).toEqual([]);
    expect(await membersOn(town.admin, household, '2023-06-01')).toEqual(['王大明 1980 02162345678 户主']);
    expect(await membersOn(town.admin, household, '2024-01-01')).toEqual([
      '王大明 1980 02162345678 户主',
      '王小明 2010',
      '王小明 2012',
    ]);
  });

  it('is refused wrong input on the field at fault, and nothing is changed', async () => {
    const { town, households } = await settledTown(platform, 2);
    const [household, gone] = households;
    const head = { household, name: '王大明', head: true, from: '2024-01-01' };
    await town.admin.do('addResident', head, 'resident { id }');
    await town.admin.do('endHousehold', { household: gone, on: '2024-01-01' }, 'household { id }');
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ name: ' ' }, 'BAD_INPUT', 'input.name'],
      [{ name: '字'.repeat(61) }, 'BAD_INPUT', 'input.name'],
      [{ name: '王\u200b明' }, 'BAD_INPUT', 'input.name'],
      [{ name: '王大明' }, 'CONFLICT', 'input.name'],
      [{ name: '王大明', birthYear: 1980 }, 'CONFLICT', 'input.name'],
      [{ head: true, from: '2023-12-01' }, 'CONFLICT', 'input.head'],
      [{ birthYear: 1899 }, 'BAD_INPUT', 'input.birthYear'],
      [{ birthYear: 2999 }, 'BAD_INPUT', 'input.birthYear'],
      [{ telephone: '1381234567' }, 'BAD_INPUT', 'input.telephone'],
      [{ from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
      [{ household: gone }, 'CONFLICT', 'input.household'],
      [{ visit: gone }, 'NOT_FOUND', 'input.visit'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [input, code, field] of wrong) {
        const full = { household, name: '王小明', ...input };
        expect({ input, ...(await town.admin.refused('addResident', full)) }).toEqual({ input, code, field });
      }
    });
  });

  it('is kept and seen by whoever is in charge of the household, also through an overlay, and by nobody beside them', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const [household] = households;
    const { blocks: overlaid } = await openOverlay(town, ['安徽']);
    await town.admin.do('placeInOverlay', { household, block: overlaid[0] }, 'household { id }');
    const member = async (block: string | undefined) =>
      town.account('TEAM_MEMBER', { team: await town.formTeam(block ?? '') });
    const [own, other, through] = [await member(blocks[0]), await member(blocks[1]), await member(overlaid[0])];
    const ids = [];
    for (const [index, client] of [own, through].entries()) {
      const { resident } = await client.do('addResident', { household, name: `某${index}` }, 'resident { id }');
      ids.push(resident.id);
    }
    const see = 'query($id: ID!) { resident(id: $id) { name } }';
    for (const client of [own, through]) expect((await client.ask(see, { id: ids[0] })).resident.name).toBe('某**');
    const input = { household, name: '某三' };
    expect(await other.refused('addResident', input)).toEqual({ code: 'NOT_FOUND', field: 'input.household' });
    expect((await other.send(see, { id: ids[0] })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
    const auditor = await town.account('AUDITOR');
    expect((await auditor.refused('addResident', input)).code).toBe('FORBIDDEN');
  });
});
