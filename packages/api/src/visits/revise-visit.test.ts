import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { recordVisit } from './visit.fixture.ts';

const platform = testPlatform();

const read = `query($id: ID!) @purpose(of: CHECK) { visit(id: $id) { visitedOn way demand outcome block { name } visitors { name } version
  versions { number visitedOn demand reason writtenBy visitors { name } } } }`;
const counted = `query($code: RegisterCode!) { town(code: $code) {
  figure(indicator: "contact", period: { first: "2023-01-01", last: "2024-12-31" }, basis: AS_RECORDED) { numerator } } }`;

describe('a visit that is written anew', () => {
  it('keeps what was written before, and counts for the block of its corrected day', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const [household] = households;
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[1]) });
    await town.admin.do('moveHousehold', { household, block: blocks[1], from: '2024-03-01' }, 'household { id }');
    const visit = await recordVisit(town, household, '2024-02-01');
    const visitors = [await town.person('李明')];
    const change = { visitedOn: '2024-04-01', demand: '修电梯', visitors, outcome: '已报修', way: 'APPOINTMENT' };
    const input = { visit, reason: '日期记错', expectedVersion: 1, ...change };
    await member.do('reviseVisit', input, 'visit { id }');
    const now = (await member.ask(read, { id: visit })).visit;
    expect(now).toMatchObject({ ...change, visitors: [{ name: '李明' }], block: { name: '西块' }, version: 2 });
    expect(now.versions).toMatchObject([
      { number: 1, visitedOn: '2024-02-01', demand: '楼道灯坏了，请修', reason: null, visitors: [{ name: '走访人' }] },
      { number: 2, visitedOn: '2024-04-01', demand: '修电梯', reason: '日期记错', visitors: [{ name: '李明' }] },
    ]);
    expect((await town.admin.ask(counted, { code: town.code })).town.figure.numerator).toBe(1);
  });

  it('by two at once is written by one of them, and the other is told', async () => {
    const { town, households } = await settledTown(platform, 1);
    const visit = await recordVisit(town, households[0], '2024-02-01');
    const revise = (demand: string) =>
      town.admin.send('mutation($input: ReviseVisitInput!) { reviseVisit(input: $input) { visit { demand } } }', {
        input: { visit, demand, reason: '补充', expectedVersion: 1 },
      });
    const answers = await Promise.all(['甲', '乙', '丙'].map(revise));
    const codes = answers.map(({ errors }) => errors[0]?.extensions.code ?? 'DONE').sort();
    expect(codes).toEqual(['CONFLICT', 'CONFLICT', 'DONE']);
    expect((await town.admin.ask(read, { id: visit })).visit.versions).toHaveLength(2);
  });

  it('is refused with bad input, out of reach, and once it is withdrawn', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const neighbour = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[1]) });
    const visit = await recordVisit(town, households[0], '2024-02-01');
    const input = { visit, reason: '补充', expectedVersion: 1 };
    await changesNothing(platform, town, async () => {
      expect(await neighbour.refused('reviseVisit', input)).toEqual({ code: 'NOT_FOUND', field: 'input.visit' });
      for (const [more, code, field] of [
        [{ reason: '' }, 'BAD_INPUT', 'input.reason'],
        [{ visitedOn: '2099-01-01' }, 'BAD_INPUT', 'input.visitedOn'],
        [{ visitedOn: '2022-12-31' }, 'BAD_INPUT', 'input.visitedOn'],
        [{ demand: ' ' }, 'BAD_INPUT', 'input.demand'],
        [{ visitors: [] }, 'BAD_INPUT', 'input.visitors'],
        [{ expectedVersion: 7 }, 'CONFLICT', 'input.expectedVersion'],
      ] as const) {
        expect({ more, ...(await town.admin.refused('reviseVisit', { ...input, ...more })) }).toEqual({
          ...{ more, code, field },
        });
      }
    });
    await town.admin.do('withdrawVisit', { visit, reason: '误记' }, 'visit { id }');
    expect(await town.admin.refused('reviseVisit', { ...input, expectedVersion: 2 })).toEqual({
      code: 'CONFLICT',
      field: 'input.visit',
    });
  });
});

describe('a visit that is withdrawn', () => {
  it('stays to be read with who withdrew it and why, and counts nowhere', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const [household] = households;
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const visit = await recordVisit(town, household, '2024-02-01', member);
    await recordVisit(town, household, '2024-01-01');
    await member.do('withdrawVisit', { visit, reason: '记错了户' }, 'visit { id }');
    const { visits, lastVisit } = (
      await town.admin.ask(
        `query($id: ID!) { household(id: $id) { lastVisit { visitedOn } visits { nodes { visitedOn withdrawnReason withdrawnBy } } } }`,
        { id: household },
      )
    ).household;
    expect(visits.nodes).toEqual([
      { visitedOn: '2024-02-01', withdrawnReason: '记错了户', withdrawnBy: expect.stringMatching(/^a\d+$/) },
      { visitedOn: '2024-01-01', withdrawnReason: null, withdrawnBy: null },
    ]);
    expect(lastVisit).toEqual({ visitedOn: '2024-01-01' });
    expect((await town.admin.ask(counted, { code: town.code })).town.figure.numerator).toBe(1);
    await town.admin.do('endHousehold', { household, on: '2024-02-01' }, 'household { id }');
  });

  it('is withdrawn by whoever recorded it or those above, not by another member, and once', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const team = await town.formTeam(blocks[0]);
    const [member, other] = [await town.account('TEAM_MEMBER', { team }), await town.account('TEAM_MEMBER', { team })];
    const lead = await town.account('TEAM_LEAD', { team });
    const visit = await recordVisit(town, households[0], '2024-02-01', member);
    const may = 'query($id: ID!) { visit(id: $id) { viewerCan } }';
    expect((await member.ask(may, { id: visit })).visit.viewerCan).toContain('VISIT_WITHDRAW');
    expect((await other.ask(may, { id: visit })).visit.viewerCan).not.toContain('VISIT_WITHDRAW');
    await changesNothing(platform, town, async () => {
      const refused = { code: 'NOT_FOUND', field: 'input.visit' };
      expect(await other.refused('withdrawVisit', { visit, reason: '误记' })).toEqual(refused);
      const reasonless = { code: 'BAD_INPUT', field: 'input.reason' };
      expect(await member.refused('withdrawVisit', { visit, reason: '' })).toEqual(reasonless);
    });
    await lead.do('withdrawVisit', { visit, reason: '误记' }, 'visit { id }');
    expect(await lead.refused('withdrawVisit', { visit, reason: '误记' })).toEqual({
      code: 'CONFLICT',
      field: 'input.visit',
    });
  });
});
