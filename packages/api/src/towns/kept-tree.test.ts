import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { teamsOfTowns } from '../teams/read-teams.ts';
import { dayOf } from '../today.ts';
import { timelineOf } from '../units/timeline.ts';
import { visitInput } from '../visits/visit.fixture.ts';
import { holdTree, lockTree } from './lock-tree.ts';

const platform = testPlatform();
const today = dayOf(new Date());

async function visits(client: ApiClient, input: Record<string, unknown>): Promise<string> {
  const mutation = 'mutation($input: RecordVisitInput!) { recordVisit(input: $input) { visit { id } } }';
  return (await client.send(mutation, { input })).errors[0]?.extensions.code ?? 'DONE';
}

describe('what a process keeps of a town’s tree', () => {
  it('is read anew once a block has another team, or stands elsewhere', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const elsewhere = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[1]) });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const input = await visitInput(town, households[0]);
    expect(await visits(elsewhere, input)).toBe('NOT_FOUND');
    expect(await visits(officer, input)).toBe('DONE');

    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    expect(await visits(member, input)).toBe('DONE');
    await apply(town, today, [{ merge: { units: [blocks[1]], into: blocks[0] } }]);
    expect(await visits(elsewhere, input)).toBe('DONE');
    await apply(town, today, [{ move: { units: [blocks[0]], parent: town.unit(1) } }]);
    expect(await visits(officer, input)).toBe('NOT_FOUND');
    const newOfficer = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
    expect(await visits(newOfficer, input)).toBe('DONE');
    await raise(town, { household: households[0] }, 'id', newOfficer);
  });

  it('is used by changes that hold the tree, and by none that changes it itself and may yet be undone', async () => {
    const { town } = await settledTown(platform, 0);
    const townId = Number(town.code);
    const seat = { role: 'app_town', town: townId } as const;
    const hold = () =>
      atDesk(platform.database.orm, seat, new Date(), 'write', async (desk) => {
        await holdTree(desk);
        return desk.load(timelineOf, townId);
      });
    const kept = await hold();
    expect(await hold()).toBe(kept);
    const undone = new Error('undone');
    const changing = atDesk(platform.database.orm, seat, new Date(), 'write', async (desk) => {
      await lockTree(desk);
      await holdTree(desk);
      await desk.run('update unit_version set superseded_at = now() where town_id = $1', [townId]);
      expect((await desk.load(timelineOf, townId)).lines).toEqual([]);
      throw undone;
    });
    await expect(changing).rejects.toBe(undone);
    expect(await hold()).toBe(kept);
    await town.openUnit();
    const anew = await hold();
    expect(anew.lines).toHaveLength(kept.lines.length + 1);
    expect(await hold()).toBe(anew);
  });

  it('is of the moment of whoever reads, also where somebody has read the tree since it changed', async () => {
    const { town } = await settledTown(platform, 0);
    const townId = Number(town.code);
    const seat = { role: 'app_town', town: townId } as const;
    const count = () =>
      atDesk(
        platform.database.orm,
        seat,
        new Date(),
        'read',
        async (desk) => (await desk.load(timelineOf, townId)).lines.length,
      );
    const before = await count();
    await atDesk(platform.database.orm, seat, new Date(), 'read', async (desk) => {
      await town.openUnit();
      expect(await count()).toBe(before + 1);
      expect((await desk.load(timelineOf, townId)).lines).toHaveLength(before);
    });
    expect(await count()).toBe(before + 1);
  });

  it('is another town’s for another town, and is not asked for where others may change the tree', async () => {
    const [one, other] = [await settledTown(platform, 0), await settledTown(platform, 0)];
    await one.town.formTeam(one.blocks[0], '一组');
    await other.town.formTeam(other.blocks[0], '二组');
    const teamsOf = (code: string, mode: 'read' | 'write') => {
      const town = Number(code);
      const seat = { role: 'app_town', town } as const;
      return atDesk(platform.database.orm, seat, new Date(), mode, (desk) =>
        desk.load(teamsOfTowns, { townId: town, asOf: today }),
      );
    };
    for (const _ of [1, 2]) {
      expect((await teamsOf(one.town.code, 'read')).map(({ name }) => name)).toEqual(['一组']);
      expect((await teamsOf(other.town.code, 'read')).map(({ name }) => name)).toEqual(['二组']);
    }
    expect(await teamsOf(one.town.code, 'read')).toBe(await teamsOf(one.town.code, 'read'));
    expect(await teamsOf(one.town.code, 'write')).not.toBe(await teamsOf(one.town.code, 'read'));
  });
});
