import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { visitInput } from './visit.fixture.ts';

const platform = testPlatform();

const record = `query($id: ID!) @purpose(of: VISIT) { household(id: $id) { visits(first: 10) { totalCount nodes {
  id visitedOn way situation demand service outcome block { name } visitors { name } recordedBy version } } lastVisit { demand } } }`;

describe('a visit', () => {
  it('keeps the three must-records, its outcome and its visitors as the household’s record', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const visitors = [await town.person('王芳'), await town.person('李明')];
    const [household] = households;
    const said = { situation: '独居老人，\r\n腿脚不便', demand: '修楼道灯', service: '报修', outcome: '已约周三' };
    await member.do(
      'recordVisit',
      await visitInput(town, household, '2024-05-01', { visitors, ...said }),
      'visit { id }',
    );
    const call = { way: 'TELEPHONE', demand: '无', outcome: '  ' };
    await member.do('recordVisit', await visitInput(town, household, '2024-06-01', call), 'visit { id }');
    const { visits, lastVisit } = (await town.admin.ask(record, { id: household })).household;
    expect(visits.totalCount).toBe(2);
    expect(visits.nodes[0]).toMatchObject({ visitedOn: '2024-06-01', way: 'TELEPHONE', outcome: null, version: 1 });
    expect(visits.nodes[1]).toMatchObject({
      ...{ visitedOn: '2024-05-01', way: 'AT_HOME', ...said, situation: '独居老人，\n腿脚不便' },
      block: { name: '东块' },
      visitors: [{ name: '李明' }, { name: '王芳' }],
    });
    expect(visits.nodes[1].recordedBy).toMatch(/^a\d+$/);
    expect(lastVisit).toEqual({ demand: '无' });
  });

  it('made just now is of the day on which the device noted it', async () => {
    const { town, households } = await settledTown(platform, 1);
    const notedAt = '2024-05-01T23:30:00+08:00';
    const input = await visitInput(town, households[0], undefined, { notedAt });
    const { visit } = await town.admin.do('recordVisit', input, 'visit { visitedOn notedAt }');
    expect(visit).toEqual({ visitedOn: '2024-05-01', notedAt: '2024-05-01T15:30:00.000Z' });
  });

  it('is not recorded by the team of the next block, nor by an application or person without the permission', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const neighbour = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[1]) });
    const input = await visitInput(town, households[0]);
    await changesNothing(platform, town, async () => {
      expect(await neighbour.refused('recordVisit', input)).toEqual({ code: 'NOT_FOUND', field: 'input.household' });
      expect((await platform.operator.refused('recordVisit', input)).code).toBe('FORBIDDEN');
      expect((await platform.public.refused('recordVisit', input)).code).toBe('UNAUTHENTICATED');
    });
  });

  it('with bad input is refused on the field at fault, and nothing changes', async () => {
    const { town, households } = await settledTown(platform, 2);
    const [household, gone] = households;
    await town.admin.do('endHousehold', { household: gone, on: '2024-02-01' }, 'household { id }');
    const elsewhere = await (await platform.newTown()).person('外镇');
    const own = await town.person();
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ visitedOn: '2099-01-01' }, 'BAD_INPUT', 'input.visitedOn'],
      [{ visitedOn: '2022-12-31' }, 'BAD_INPUT', 'input.visitedOn'],
      [{ visitedOn: '1900-01-01' }, 'BAD_INPUT', 'input.visitedOn'],
      [{ notedAt: '2099-01-01T08:00:00+08:00' }, 'BAD_INPUT', 'input.notedAt'],
      [{ visitedOn: '2024-05-02', notedAt: '2024-05-01T08:00:00+08:00' }, 'BAD_INPUT', 'input.notedAt'],
      [{ household: gone, visitedOn: '2024-02-01' }, 'CONFLICT', 'input.household'],
      [{ visitors: [] }, 'BAD_INPUT', 'input.visitors'],
      [{ visitors: [own, own] }, 'BAD_INPUT', 'input.visitors.1'],
      [{ visitors: [own, elsewhere] }, 'NOT_FOUND', 'input.visitors.1'],
      [{ visitors: Array.from({ length: 21 }, () => own) }, 'BAD_INPUT', 'input.visitors'],
      [{ situation: ' \n ' }, 'BAD_INPUT', 'input.situation'],
      [{ demand: '\u202e' }, 'BAD_INPUT', 'input.demand'],
      [{ service: '长'.repeat(2001) }, 'BAD_INPUT', 'input.service'],
      [{ outcome: '\u0007' }, 'BAD_INPUT', 'input.outcome'],
      [{ clientId: 'mine' }, 'BAD_INPUT', 'input.clientId'],
    ];
    const cases = await Promise.all(
      wrong.map(
        async ([more, ...told]) => [await visitInput(town, household, undefined, more), more, ...told] as const,
      ),
    );
    await changesNothing(platform, town, async () => {
      for (const [input, more, code, field] of cases) {
        expect({ more, ...(await town.admin.refused('recordVisit', input)) }).toEqual({ more, code, field });
      }
      const { way: _, ...wayless } = cases[0]?.[0] ?? {};
      expect((await town.admin.refused('recordVisit', wayless)).code).toBe('BAD_INPUT');
    });
  });
});

describe('a visit that a client has given an id', () => {
  it('is recorded once, however often it is sent, by two clients at once too, and when the household has gone', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const [household] = households;
    const input = await visitInput(town, household, '2024-05-01', { clientId: randomUUID() });
    const sent = await Promise.all(Array.from({ length: 8 }, () => member.do('recordVisit', input, 'visit { id }')));
    expect(new Set(sent.map(({ visit }: Data) => visit.id)).size).toBe(1);
    await town.admin.do('moveHousehold', { household, block: blocks[1] }, 'household { id }');
    const again = await member.do('recordVisit', input, 'visit { id }');
    expect(again.visit).toEqual({ id: sent[0].visit.id });
    const { visits } = (await town.admin.ask(record, { id: household })).household;
    expect(visits.totalCount).toBe(1);
  });

  it('is refused with other content, or from somebody else', async () => {
    const { town, households } = await settledTown(platform, 1);
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const input = await visitInput(town, households[0], '2024-05-01', { clientId: randomUUID() });
    await officer.do('recordVisit', input, 'visit { id }');
    await changesNothing(platform, town, async () => {
      const refused = { code: 'CONFLICT', field: 'input.clientId' };
      expect(await officer.refused('recordVisit', { ...input, demand: '另一诉求' })).toEqual(refused);
      expect(await town.admin.refused('recordVisit', input)).toEqual(refused);
    });
  });
});
