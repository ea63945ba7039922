import { describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { openOverlay, register, settledTown } from '../households/household.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { explained, raise, take } from './request.fixture.ts';

const platform = testPlatform();

/** The numbers of the requests that somebody sees: in the list, which is what each of all those says by itself. */
async function seen(town: TestTown, client: ApiClient, filter = ''): Promise<number[]> {
  const list = (each: string) => `query($code: RegisterCode!) { town(code: $code) {
    requests(first: 100${each}) { totalCount nodes { id number } } } }`;
  const all = (await town.admin.ask(list(''), { code: town.code })).town.requests.nodes;
  const { totalCount, nodes } = (await client.ask(list(filter), { code: town.code })).town.requests;
  expect(totalCount).toBe(nodes.length);
  const numberOf = ({ number }: Data) => Number(number.slice(-6));
  if (filter === '') {
    const single: number[] = [];
    for (const request of all) {
      const { data } = await client.send('query($id: ID!) { request(id: $id) { id } }', { id: request.id });
      if (data.request) single.push(numberOf(request));
    }
    expect(nodes.map(numberOf).sort()).toEqual(single.sort());
  }
  return nodes.map(numberOf).sort((a: number, b: number) => a - b);
}

const on = '2026-03-02';

describe('a request', () => {
  it('is seen by whoever is in charge of where it stands, and where it concerns households if it is about a place', async () => {
    const { town, blocks, households } = await settledTown(platform, 2);
    const [west] = await register(town, blocks[1], ['西一']);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const neighbour = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[1]) });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
    const far = await town.openUnit({ parent: town.unit(1), from: '2024-01-01' });
    await raise(town, { household: households[0], on });
    await raise(town, { household: west, on, concerns: { units: [blocks[0]] } });
    await raise(town, { place: { unit: blocks[1] }, on, concerns: { households: [households[1]] } });
    await raise(town, { place: { unit: town.unit(0) }, on });
    await raise(town, { place: { unit: far }, on });
    expect(await seen(town, member)).toEqual([1, 3]);
    expect(await seen(town, neighbour)).toEqual([2, 3]);
    expect(await seen(town, officer)).toEqual([1, 2, 3, 4]);
    expect(await seen(town, elsewhere)).toEqual([5]);
    expect(await seen(town, town.admin, `, filter: { unit: "${town.unit(0)}" }`)).toEqual([1, 2, 3, 4]);
    expect(await seen(town, officer, `, filter: { unit: "${blocks[0]}" }`)).toEqual([1]);
    const query =
      'query($id: ID!) { household(id: $id) { requests { number householdCount } open: requests(open: true) { number } } }';
    const ofHousehold = async (client: ApiClient, id: string | undefined) =>
      (await client.ask(query, { id })).household.requests;
    // The neighbour's own request concerns it, too, but is for the neighbour's block.
    expect(await ofHousehold(member, households[0])).toEqual([{ number: 'R2026-000001', householdCount: 1 }]);
    expect(await ofHousehold(officer, households[0])).toEqual([
      { number: 'R2026-000002', householdCount: 3 },
      { number: 'R2026-000001', householdCount: 1 },
    ]);
    expect(await ofHousehold(member, households[1])).toEqual([{ number: 'R2026-000003', householdCount: 1 }]);
    expect((await platform.operator.send(query, { id: households[0] })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('goes where its household goes, and one about a place into what the place has gone into', async () => {
    const { town, blocks, households } = await settledTown(platform, 2);
    const staff = async (block: string) => town.account('TEAM_MEMBER', { team: await town.formTeam(block) });
    const [east, west, north] = [await staff(blocks[0]), await staff(blocks[1]), await staff(blocks[2])];
    await raise(town, { household: households[0], on: '2024-02-01' });
    await raise(town, { household: households[1], on: '2024-02-01' });
    await raise(town, { place: { unit: blocks[2] }, on: '2024-02-01' });
    const move = { household: households[0], block: blocks[1], from: '2024-03-01' };
    await town.admin.do('moveHousehold', move, 'household { id }');
    await raise(town, { place: { unit: town.unit(1) }, on: '2024-02-01', concerns: { households: [households[1]] } });
    await town.admin.do('endHousehold', { household: households[1], on: '2024-03-01' }, 'household { id }');
    expect([await seen(town, east), await seen(town, west), await seen(town, north)]).toEqual([[2, 4], [1], [3]]);
    await apply(town, '2024-04-01', [{ merge: { units: [blocks[2]], into: blocks[1] } }]);
    // The team of the north block goes with it.
    expect([await seen(town, east), await seen(town, west), await seen(town, north)]).toEqual([
      [2, 4],
      [1, 3],
      [1, 3],
    ]);
    const { nodes } = (
      await town.admin.ask(
        `query($code: RegisterCode!) { town(code: $code) { requests(filter: { number: "2024-3" }) {
      nodes { unit { name } block { name } } } } }`,
        { code: town.code },
      )
    ).town.requests;
    expect(nodes).toEqual([{ unit: { name: '西块' }, block: { name: '北块' } }]);
  });

  it('of a household in an overlay is seen and raised by the overlay’s team, which handles nothing of it', async () => {
    const { town, households } = await settledTown(platform, 2);
    const { blocks: overlaid } = await openOverlay(town, ['安徽']);
    const head = await town.account('TEAM_LEAD', { team: await town.formTeam(overlaid[0] ?? '') });
    await town.admin.do('placeInOverlay', { household: households[0], block: overlaid[0] }, 'household { id }');
    const { id, actions } = await raise(town, { household: households[0] }, 'id actions', head);
    await raise(town, { household: households[1] });
    expect(actions).toEqual(['ADD_PHOTOS', 'ADD_HOUSEHOLDS', 'WITHDRAW']);
    expect(await seen(town, head)).toEqual([1]);
    const holder = await town.person();
    const notFound = { code: 'NOT_FOUND', field: 'input.request' };
    expect(await head.refused('acceptRequest', { request: id, holder })).toEqual(notFound);
    const raising = { source: 'VISIT', subject: (await subjectIds(town))[0], description: '修' };
    expect(await head.refused('raiseRequest', { ...raising, household: households[1] })).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.household' },
    });
    expect(await head.refused('raiseRequest', { ...raising, place: { unit: overlaid[0] } })).toEqual({
      ...{ code: 'BAD_INPUT', field: 'input.place.unit' },
    });
  });

  it('is handled at its level: what is with the committee is not for the block’s team, nor what is with the town for the committee', async () => {
    const { town, blocks, households } = await settledTown(platform, 2);
    const team = await town.formTeam(blocks[0]);
    const [lead, member] = [await town.account('TEAM_LEAD', { team }), await town.account('TEAM_MEMBER', { team })];
    const stranger = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[1]) });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const holder = await town.person();
    const { id } = await raise(town, { household: households[0], level: 'COMMITTEE' });
    const notFound = { code: 'NOT_FOUND', field: 'input.request' };
    for (const client of [lead, member, stranger]) {
      expect(await client.refused('acceptRequest', { request: id, holder })).toEqual(notFound);
    }
    expect(await stranger.refused('withdrawRequest', { request: id, reason: '误' })).toEqual(notFound);
    expect(await member.refused('classifyRequest', { request: id, handlingClass: 'MIXED' })).toEqual({
      code: 'FORBIDDEN',
    });
    await take(lead, 'classifyRequest', id, { handlingClass: 'INDIVIDUAL' });
    await take(member, 'addRequestEvidence', id, { kind: 'EXPLANATION', text: '上门说明' });
    await take(officer, 'acceptRequest', id, { holder });
    await take(officer, 'escalateRequest', id, { reason: '上报' });
    expect(await officer.refused('acceptRequest', { request: id, holder })).toEqual(notFound);
    await take(town.admin, 'acceptRequest', id, { holder });
    await take(town.admin, 'handleRequest', id, { outcome: '已说明' });
    expect(
      await take(member, 'followUpRequest', id, { way: 'VISIT', satisfaction: 'SATISFIED', outcome: '好' }),
    ).toEqual({ state: 'CLOSED' });

    const forbidden = async (client: ApiClient, more: object) => {
      const input = {
        source: 'VISIT',
        subject: (await subjectIds(town))[0],
        description: '修',
        household: households[1],
        ...more,
      };
      return client.refused('raiseRequest', input);
    };
    const { handlingClass, handled } = explained(holder);
    expect(await forbidden(member, { handlingClass })).toEqual({ code: 'FORBIDDEN', field: 'input.handlingClass' });
    expect(await forbidden(lead, { handlingClass, handled, level: 'TOWN' })).toEqual({
      code: 'FORBIDDEN',
      field: 'input.handled',
    });
    expect(await raise(town, { household: households[1], handlingClass, handled }, 'state', lead)).toEqual({
      state: 'HANDLED',
    });
  });

  it('concerns households only of blocks for which whoever raises it may raise one', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const [west] = await register(town, blocks[1], ['西二']);
    const input = {
      source: 'VISIT',
      subject: (await subjectIds(town))[0],
      description: '停水',
      household: households[0],
    };
    const refused = (concerns: object) => member.refused('raiseRequest', { ...input, concerns });
    expect(await refused({ units: [blocks[0], blocks[1]] })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.concerns.units.1',
    });
    expect(await refused({ households: [west] })).toEqual({ code: 'NOT_FOUND', field: 'input.concerns.households.0' });
    const { householdCount, households: shown } = await raise(
      town,
      { household: west, concerns: { units: [town.unit(0)] } },
      'householdCount households { totalCount }',
    );
    expect({ householdCount, shown: shown.totalCount }).toEqual({ householdCount: 2, shown: 2 });
  });
});

async function subjectIds(town: TestTown): Promise<string[]> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { requestSubjects { id } } }';
  return (await town.admin.ask(query, { code: town.code })).town.requestSubjects.map((each: Data) => each.id);
}
