import { describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { jpeg } from '../photos/photo.fixture.ts';
import { subject } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { globalId } from '../schema/global-id.ts';
import { heldVisit, laterVisit, sync } from './held-visit.fixture.ts';

const platform = testPlatform();

const waiting = `query($code: RegisterCode!, $settled: Boolean) @purpose(of: CHECK) { town(code: $code) { heldVisits(settled: $settled) {
  totalCount nodes { clientId code field message visitedOn status sentBy settledBy settledReason demand household { code } } } } }`;

async function held(client: ApiClient, town: TestTown, settled = false): Promise<Data[]> {
  return (await client.ask(waiting, { code: town.code, settled })).town.heldVisits.nodes;
}

/** The town with a member and the lead of the team of its first block, and the lead of its second. */
async function staffed(many: number) {
  const settled = await settledTown(platform, many);
  const { town, blocks } = settled;
  const team = await town.formTeam(blocks[0]);
  const member = await town.account('TEAM_MEMBER', { team });
  const lead = await town.account('TEAM_LEAD', { team });
  const next = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[1]) });
  return { ...settled, team, member, lead, next };
}

describe('visits that were made without a network', () => {
  it('are recorded in whatever order they come, and once, however often they are sent', async () => {
    const { town, member, households } = await staffed(2);
    const first = await laterVisit(town, households[0], { notedAt: '2024-05-01T09:00:00+08:00' });
    const second = await laterVisit(town, households[0], { notedAt: '2024-05-02T09:00:00+08:00' });
    const [late, early, again] = await sync(town, [second, first, second], member);
    expect([late.status, early.status, again.status]).toEqual(['RECORDED', 'RECORDED', 'RECORDED']);
    expect(again.visit).toEqual(late.visit);
    expect(await sync(town, [first], member)).toEqual([early]);
    const query = 'query($id: ID!) { household(id: $id) { visits { nodes { visitedOn } } } }';
    const { visits } = (await town.admin.ask(query, { id: households[0] })).household;
    expect(visits.nodes).toEqual([{ visitedOn: '2024-05-02' }, { visitedOn: '2024-05-01' }]);
  });

  it('that cannot be taken are held with the reason, seen by the sender and those in charge, and the rest is recorded', async () => {
    const { town, blocks, member, lead, next, households } = await staffed(3);
    const [gone, moved, stays] = households;
    await town.admin.do('endHousehold', { household: gone, on: '2024-03-01' }, 'household { id }');
    await town.admin.do(
      'moveHousehold',
      { household: moved, block: blocks[1], from: '2024-03-01' },
      'household { id }',
    );
    const visits = await Promise.all([gone, moved, stays].map((household) => laterVisit(town, household)));
    const results = await sync(town, visits, member);
    expect(results.map(({ status, held }) => [status, held?.code, held?.field])).toEqual([
      ['HELD', 'CONFLICT', 'input.household'],
      ['HELD', 'NOT_FOUND', 'input.household'],
      ['RECORDED', undefined, undefined],
    ]);
    expect(results[0].held.message).toContain('2024-03-01');
    const ids = visits.map((visit) => visit.clientId);
    for (const client of [member, lead, town.admin]) {
      expect((await held(client, town)).map((each) => each.clientId).sort()).toEqual(ids.slice(0, 2).sort());
    }
    const [theirs, ...others] = await held(next, town);
    expect(others).toEqual([]);
    expect(theirs).toMatchObject({ clientId: ids[1], visitedOn: '2024-05-01', demand: visits[1]?.demand });
    expect(theirs.household).not.toBeNull();
    expect((await held(member, town)).find((each) => each.clientId === ids[1]).household).toBeNull();
    // Sent again, it is the same one; and taken as soon as it can be.
    await sync(town, visits, member);
    expect(await held(member, town)).toHaveLength(2);
    await town.admin.do('moveHousehold', { household: moved, block: blocks[0] }, 'household { id }');
    expect((await sync(town, visits.slice(1, 2), member))[0].status).toBe('RECORDED');
    expect((await held(member, town)).map((each) => each.clientId)).toEqual([ids[0]]);
    expect((await held(lead, town, true))[0]).toMatchObject({ clientId: ids[1], status: 'RECORDED' });
  });

  it('are held all alike where they name a household of another town, or none', async () => {
    const { town, member } = await staffed(0);
    const other = await settledTown(platform, 1);
    const nothing = globalId('Household', Number(other.town.code), '01937c6e-8f1a-7cc3-9a4e-2f1d0c3b5a69');
    const named = [other.households[0], nothing, '乱写'];
    const results = await sync(town, await Promise.all(named.map((each) => laterVisit(town, each))), member);
    const [first] = results;
    expect(first.held).toMatchObject({ code: 'NOT_FOUND', field: 'input.household' });
    for (const { status, held } of results) {
      expect({ status, held: { ...held, id: '' } }).toEqual({ status: 'HELD', held: { ...first.held, id: '' } });
    }
    for (const each of await held(member, town)) expect(each.household).toBeNull();
  });

  it('are refused altogether without an id or a time of their own, too many at once, and without permission', async () => {
    const { town, member, households } = await staffed(1);
    const visit = await laterVisit(town, households[0]);
    const elsewhere = await platform.newTown();
    await changesNothing(platform, town, async () => {
      for (const [visits, field] of [
        [[], 'input.visits'],
        [Array.from({ length: 51 }, () => visit), 'input.visits'],
        [[visit, { ...visit, clientId: null }], 'input.visits.1.clientId'],
        [[{ ...visit, notedAt: null }], 'input.visits.0.notedAt'],
      ] as const) {
        const refused = await member.refused('syncVisits', { town: town.code, visits });
        expect(refused).toEqual({ code: 'BAD_INPUT', field });
      }
      const input = { town: town.code, visits: [visit] };
      expect((await elsewhere.admin.refused('syncVisits', input)).code).toBe('NOT_FOUND');
      expect((await platform.operator.refused('syncVisits', input)).code).toBe('FORBIDDEN');
    });
  });
});

describe('a visit that is held', () => {
  it('is recorded by whoever is in charge, as corrected, and is then the sender’s visit', async () => {
    const { town, member, lead, next, households } = await staffed(2);
    const visit = await laterVisit(town, households[0], { visitedOn: '2099-01-01' });
    const [sent] = await sync(town, [visit], member);
    const id = sent.held.id;
    const input = { held: id, visitedOn: '2024-04-30', demand: '无' };
    const notFound = { code: 'NOT_FOUND', field: 'input.held' };
    expect(await next.refused('recordHeldVisit', input)).toEqual(notFound);
    const bad = { code: 'BAD_INPUT', field: 'input.visitedOn' };
    expect(await lead.refused('recordHeldVisit', { held: id })).toEqual(bad);
    const done = await lead.do('recordHeldVisit', input, 'held { status settledBy } visit { visitedOn recordedBy }');
    expect(done.held.status).toBe('RECORDED');
    expect(done.visit).toEqual({
      visitedOn: '2024-04-30',
      recordedBy: expect.not.stringContaining(done.held.settledBy),
    });
    expect(await lead.refused('recordHeldVisit', input)).toEqual({ code: 'CONFLICT', field: 'input.held' });
    const [again] = await sync(town, [visit], member);
    expect(again.status).toBe('RECORDED');
  });

  it('shows who made it and what was asked for at it, also where that names nothing of the town', async () => {
    const { town, member, lead, households } = await staffed(1);
    const elsewhere = await platform.newTown();
    const add = async (client: ApiClient) => {
      const input = { town: town.code, content: jpeg().toString('base64') };
      return (await client.do('addPhoto', input, 'photo { id }')).photo.id;
    };
    const [own, theirs] = [await add(member), await add(lead)];
    const requests = [
      { subject: await subject(town), description: '楼道灯坏了', photos: [own, theirs, '乱写'] },
      { subject: await subject(elsewhere), description: '水管漏水', handlingClass: 'MIXED' },
    ];
    const person = await town.person('王芳');
    const visitors = [person, await elsewhere.person('别人'), '乱写'];
    const [sent] = await sync(town, [await laterVisit(town, households[0], { visitors, requests })], member);
    const query = `query($id: ID!) @purpose(of: CHECK) { node(id: $id) { ... on HeldVisit { visitors { name }
      requests { subject { name } description handlingClass handled photos { id } } } } }`;
    expect((await lead.ask(query, { id: sent.held.id })).node).toEqual({
      visitors: [{ name: '王芳' }],
      requests: [
        {
          subject: { name: '物业' },
          description: '楼道灯坏了',
          handlingClass: null,
          handled: false,
          photos: [{ id: own }],
        },
        { subject: null, description: '水管漏水', handlingClass: 'MIXED', handled: false, photos: [] },
      ],
    });
    const corrected = { way: 'TELEPHONE', visitors: [person], requests: [{ ...requests[0], photos: [own] }] };
    const selection = 'visit { way visitors { name } requests { subject { name } photos { id } } }';
    const done = await lead.do('recordHeldVisit', { held: sent.held.id, ...corrected }, selection);
    expect(done.visit).toEqual({
      way: 'TELEPHONE',
      visitors: [{ name: '王芳' }],
      requests: [{ subject: { name: '物业' }, photos: [{ id: own }] }],
    });
  });

  it('is dropped with a reason, which the sender is told whenever they send it again', async () => {
    const { town, member, lead, next, households } = await staffed(1);
    const visit = await laterVisit(town, households[0], { visitedOn: '2099-01-01' });
    const [{ held: sent }] = await sync(town, [visit], member);
    const input = { held: sent.id, reason: '日期写错，已另记' };
    await changesNothing(platform, town, async () => {
      expect(await next.refused('dropHeldVisit', input)).toEqual({ code: 'NOT_FOUND', field: 'input.held' });
      const reasonless = { code: 'BAD_INPUT', field: 'input.reason' };
      expect(await lead.refused('dropHeldVisit', { ...input, reason: ' ' })).toEqual(reasonless);
    });
    await lead.do('dropHeldVisit', input, 'held { status }');
    expect(await lead.refused('dropHeldVisit', input)).toEqual({ code: 'CONFLICT', field: 'input.held' });
    expect((await sync(town, [visit], member))[0].status).toBe('DROPPED');
    expect((await held(member, town, true))[0]).toMatchObject({ status: 'DROPPED', settledReason: '日期写错，已另记' });
    expect(await held(member, town)).toEqual([]);
  });

  it('is seen by nobody beside: not by another member of the team', async () => {
    const { town, team, member, households } = await staffed(1);
    const id = await heldVisit(town, households[0], member);
    const colleague = await town.account('TEAM_MEMBER', { team });
    expect(await held(colleague, town)).toEqual([]);
    const { errors } = await colleague.send('query($id: ID!) { node(id: $id) { id } }', { id });
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await member.ask('query($id: ID!) { node(id: $id) { id } }', { id })).node).toEqual({ id });
  });
});

describe('a day of 1,000 visits', () => {
  const [day, merged] = ['2024-05-01', '2024-05-02'];

  async function visitedTown() {
    const settled = await settledTown(platform, 200);
    const visits = await Promise.all(
      Array.from({ length: 1000 }, (_, index) => {
        const minute = new Date(Date.parse(`${day}T08:00:00+08:00`) + index * 30_000);
        return laterVisit(settled.town, settled.households[index % 200], { notedAt: minute.toISOString() });
      }),
    );
    return { ...settled, visits };
  }

  const send = async (town: TestTown, visits: readonly Record<string, unknown>[]) => {
    for (let start = 0; start < visits.length; start += 50) {
      const results = await sync(town, visits.slice(start, start + 50));
      expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['RECORDED']));
    }
  };

  const merge = ({ town, blocks }: { town: TestTown; blocks: readonly string[] }) =>
    apply(town, merged, [{ merge: { units: [blocks[0]], into: blocks[1] } }]);

  async function outcome({ town, blocks, households }: Awaited<ReturnType<typeof visitedTown>>) {
    const figure = (basis: string, more = '') =>
      `figure(indicator: "contact", period: { first: "${day}", last: "${day}" }, basis: ${basis}${more}) { numerator parts { nodes { name numerator } } }`;
    const figures = await town.admin.ask(
      `query($code: RegisterCode!) { town(code: $code) { recorded: ${figure('AS_RECORDED')} then: ${figure('AS_OF', `, asOf: "${day}"`)} now: ${figure('RESTATED')}
        east: figure(indicator: "contact", unit: "${blocks[0]}", basis: AS_RECORDED, period: { first: "${day}", last: "${day}" }) { numerator }
        west: figure(indicator: "contact", unit: "${blocks[1]}", period: { first: "${day}", last: "${day}" }) { numerator } } }`,
      { code: town.code },
    );
    const record = 'query($id: ID!) { household(id: $id) { visits { nodes { notedAt again block { name } } } } }';
    const records = [];
    for (const id of [households[0], households[99], households[199]]) {
      records.push((await town.admin.ask(record, { id })).household.visits.nodes);
    }
    const plain = JSON.stringify(figures).replaceAll(/"name":"[^"]*(村|居委会|居民区|社区)[^"]*"/g, '"name":"unit"');
    return { figures: JSON.parse(plain), records };
  }

  it('sent three times, shuffled, with a merger in between, gives what sending it once in order gives', async () => {
    const [once, often] = [await visitedTown(), await visitedTown()];
    await send(once.town, once.visits);
    await merge(once);
    const shuffled = (seed: number) => often.visits.toSorted((a, b) => order(a, seed) - order(b, seed));
    await send(often.town, shuffled(1).slice(0, 600));
    await merge(often);
    await send(often.town, shuffled(2));
    await send(often.town, shuffled(3));
    const expected = await outcome(once);
    // Five to each household, on one day in one way: five records, and one contact.
    expect(expected.figures.town.recorded.numerator).toBe(200);
    expect(expected.figures.town).toMatchObject({ east: { numerator: 200 }, west: { numerator: 200 } });
    expect(expected.records[0].map(({ again }: Data) => again)).toEqual([true, true, true, true, false]);
    expect(await outcome(often)).toEqual(expected);
  }, 120_000);
});

/** A number for a visit that puts visits in an order of its own for each seed. */
function order(visit: Record<string, unknown>, seed: number): number {
  let hash = seed;
  for (const letter of String(visit.notedAt)) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) | 0;
}
