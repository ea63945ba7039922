import { describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { settledTown } from '../households/household.fixture.ts';
import { kindOf, registerOrganization } from '../organizations/organization.fixture.ts';
import { raise, take } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { close } from './figure-snapshot.fixture.ts';

const platform = testPlatform();
const quarter = 'period: { first: "2024-04-01", last: "2024-06-30" }';

const number = 'numerator denominator rounded';

/** One figure that a snapshot keeps, and what the records give today. */
async function kept(town: TestTown, snapshot: string, args: string): Promise<Data> {
  const query = `query($id: ID!) { figureSnapshot(id: $id) { figure(${args}) { name ${number} changed today { ${number} } } } }`;
  return (await town.admin.ask(query, { id: snapshot })).figureSnapshot.figure;
}

describe('a period that is closed', () => {
  it('keeps every figure of the whole town, of each unit and of each kind, as the records gave them', async () => {
    const { town, blocks, households } = await settledTown(platform, 3);
    await recordVisit(town, households[0], '2024-05-01');
    const kind = await kindOf(town, 'COOPERATIVE');
    await registerOrganization(town, { kind, from: '2024-01-01' });
    const { id, ...closed } = await close(
      town,
      { day: '2024-05-17' },
      'id length number period { first last } closedBy reopenedAt figures(first: 100) { nodes { indicator { code } numerator denominator rounded changed } }',
    );
    expect(closed).toMatchObject({
      ...{ length: 'QUARTER', number: 1, closedBy: '管理员', reopenedAt: null },
      period: { first: '2024-04-01', last: '2024-06-30' },
    });
    const { indicators } = await town.admin.ask('{ indicators { code time } }');
    expect(closed.figures.nodes.map(({ indicator }: Data) => indicator.code)).toEqual(
      indicators.map(({ code }: Data) => code),
    );
    // Each is what `figure` says of the same days.
    for (const [index, { code, time }] of indicators.entries()) {
      const when = time === 'STOCK' ? 'on: "2024-06-30"' : quarter;
      const query = `query($code: RegisterCode!) { town(code: $code) { figure(indicator: "${code}", ${when}) { ${number} snapshot closed { changed ${number} } } } }`;
      const { figure } = (await town.admin.ask(query, { code: town.code })).town;
      const { indicator: _, changed, ...node } = closed.figures.nodes[index];
      expect({ code, ...node, changed }).toEqual({
        code,
        ...figure,
        snapshot: undefined,
        closed: undefined,
        changed: false,
      });
      expect(figure).toMatchObject({ snapshot: id, closed: { ...node, changed: false } });
    }
    const [first = '', second = ''] = blocks;
    expect(await kept(town, id, `indicator: "contact", unit: "${first}"`)).toMatchObject({
      name: '东块',
      numerator: 1,
    });
    expect(await kept(town, id, `indicator: "contact", unit: "${second}"`)).toMatchObject({ numerator: 0 });
    expect(await kept(town, id, `indicator: "household-contacted", unit: "${first}"`)).toMatchObject({
      rounded: '33.3 %',
    });
    expect(await kept(town, id, `indicator: "organization", organizationKind: "${kind}"`)).toMatchObject({
      ...{ name: '农民专业合作社', numerator: 1 },
    });
    expect(await kept(town, id, `indicator: "work-coverage", organizationKind: "${kind}"`)).toMatchObject({
      ...{ numerator: 0, denominator: 1, rounded: '0.0 %' },
    });
    // Blocks are not asked how many villages they have.
    expect(await kept(town, id, `indicator: "village", unit: "${first}"`)).toBeNull();
    const later = await town.openUnit({ from: '2024-07-01' });
    expect(await kept(town, id, `indicator: "contact", unit: "${later}"`)).toBeNull();
  });

  it('answers the same after later edits, moves, corrections and restructurings, and shows what records give beside it', async () => {
    const { town, blocks, households } = await settledTown(platform, 3);
    const [first = '', second = ''] = blocks;
    const visit = await recordVisit(town, households[0], '2024-05-01');
    const { id } = await close(town);
    const all =
      'figures(everywhere: true, first: 100) { totalCount nodes { indicator { code } name unit numerator denominator } }';
    const whole = async () =>
      (await town.admin.ask(`query($id: ID!) { figureSnapshot(id: $id) { ${all} } }`, { id })).figureSnapshot;
    const before = await whole();
    await recordVisit(town, households[1], '2024-06-30');
    await recordVisit(town, households[1], '2024-06-29');
    await town.admin.do('withdrawVisit', { visit, reason: '误录' }, 'visit { id }');
    const move = { household: households[0], block: second, from: '2024-06-01' };
    await town.admin.do('moveHousehold', move, 'household { id }');
    await registerOrganization(town, { from: '2024-01-01' });
    await apply(town, '2024-06-15', [{ rename: { unit: first, name: '改名块' } }]);
    await apply(town, '2024-06-20', [{ merge: { units: [first], into: second } }]);
    expect(await whole()).toEqual(before);
    expect(await kept(town, id, 'indicator: "contact"')).toEqual({
      ...{ name: expect.any(String), numerator: 1, denominator: null, rounded: '1', changed: true },
      today: { numerator: 2, denominator: null, rounded: '2' },
    });
    expect(await kept(town, id, `indicator: "household", unit: "${first}"`)).toMatchObject({
      ...{ name: '东块', numerator: 3, changed: true, today: { numerator: 0 } },
    });
    expect(await kept(town, id, `indicator: "household", unit: "${second}"`)).toMatchObject({
      ...{ name: '西块', numerator: 0, changed: true, today: { numerator: 3 } },
    });
    expect(await kept(town, id, 'indicator: "household"')).toMatchObject({ numerator: 3, changed: false });
    const query = `query($code: RegisterCode!) { town(code: $code) { figure(indicator: "contact", ${quarter}) { numerator snapshot closed { numerator changed } }
      figureSnapshots(first: 5) { nodes { figures(changed: true) { nodes { indicator { code } } } } } } }`;
    const { figure, figureSnapshots } = (await town.admin.ask(query, { code: town.code })).town;
    expect(figure).toEqual({ numerator: 2, snapshot: id, closed: { numerator: 1, changed: true } });
    const changed = figureSnapshots.nodes[0].figures.nodes.map(({ indicator }: Data) => indicator.code);
    expect(changed).toContain('contact');
    expect(changed).toContain('organization');
    expect(changed).not.toContain('household');
  });

  it('is opened again with a reason; the next closing makes another snapshot, and the earlier one still answers', async () => {
    const { town, households } = await settledTown(platform, 1);
    const first = (await close(town)).id;
    const again = { town: town.code, length: 'QUARTER', day: '2024-04-01' };
    expect(await town.admin.refused('closePeriod', again)).toEqual({ code: 'CONFLICT', field: 'input.day' });
    await recordVisit(town, households[0], '2024-05-01');
    const reopening = { snapshot: first, because: '补录五月走访' };
    const { snapshot } = await town.admin.do('reopenPeriod', reopening, 'snapshot { id reopenedBecause reopenedBy }');
    expect(snapshot).toEqual({ id: first, reopenedBecause: '补录五月走访', reopenedBy: '管理员' });
    expect(await town.admin.refused('reopenPeriod', reopening)).toEqual({ code: 'CONFLICT', field: 'input.snapshot' });
    const figure = async () => {
      const query = `query($code: RegisterCode!) { town(code: $code) { figure(indicator: "contact", ${quarter}) { snapshot } } }`;
      return (await town.admin.ask(query, { code: town.code })).town.figure.snapshot;
    };
    expect(await figure()).toBeNull();
    const { id: second, number } = await close(town, {}, 'id number');
    expect(number).toBe(2);
    expect(await figure()).toBe(second);
    expect(await kept(town, first, 'indicator: "contact"')).toMatchObject({ numerator: 0, today: { numerator: 1 } });
    expect(await kept(town, second, 'indicator: "contact"')).toMatchObject({ numerator: 1, changed: false });
    // A month of the quarter, and its year, are closed by themselves.
    await close(town, { length: 'MONTH' });
    await close(town, { length: 'YEAR' });
    const query = `query($code: RegisterCode!) { town(code: $code) { all: figureSnapshots { nodes { length number } }
      standing: figureSnapshots(stands: true) { totalCount } quarters: figureSnapshots(length: QUARTER) { totalCount } } }`;
    const { all, standing, quarters } = (await town.admin.ask(query, { code: town.code })).town;
    expect(all.nodes).toEqual([
      { length: 'YEAR', number: 1 },
      { length: 'QUARTER', number: 2 },
      { length: 'QUARTER', number: 1 },
      { length: 'MONTH', number: 1 },
    ]);
    expect([standing.totalCount, quarters.totalCount]).toEqual([3, 2]);
  });

  it('is closed once, however many close it at once', async () => {
    const town = await platform.newTown();
    const input = { town: town.code, length: 'MONTH', day: '2024-05-01' };
    const query = 'mutation($input: ClosePeriodInput!) { closePeriod(input: $input) { snapshot { id } } }';
    const answers = await Promise.all(Array.from({ length: 4 }, () => town.admin.send(query, { input })));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code));
    expect(codes).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT']);
  });

  it('is counted while nothing is recorded: a step with a request waits, too', async () => {
    const { town, households } = await settledTown(platform, 1);
    const { id } = await raise(town, { household: households[0], on: '2024-05-01' });
    const seat = { role: 'app_town', town: Number(town.code) } as const;
    let taken = false;
    const step = await atDesk(platform.database.orm, seat, new Date(), 'write', async (desk) => {
      await lockSettings(desk);
      const taking = take(town.admin, 'withdrawRequest', id, { reason: '误报' }).finally(() => {
        taken = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(taken).toBe(false);
      return { taking };
    });
    expect((await step.taking).state).toBe('WITHDRAWN');
  });

  it('is held against today only as often as an operation may work', async () => {
    const { admin, code } = await platform.newTown();
    const one = 'figures(first: 1, everywhere: true, changed: true) { totalCount }';
    const aliases = Array.from({ length: 30 }, (_, index) => `a${index}: ${one}`).join(' ');
    const lists = [
      `figureSnapshots(first: 1) { nodes { ${aliases} } }`,
      `figureSnapshots(first: 100) { nodes { ${one} } }`,
    ];
    for (const selection of lists) {
      const { errors } = await admin.send(`query($code: RegisterCode!) { town(code: $code) { ${selection} } }`, {
        code,
      });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
    }
  });

  it('cannot be changed or deleted by the role of the town, nor by that of its district', async () => {
    const town = await platform.newTown();
    await close(town);
    const townId = Number(town.code);
    const seats = [{ role: 'app_town', town: townId } as const, { role: 'app_district', towns: [townId] } as const];
    for (const seat of seats) {
      for (const statement of [
        "update figure_snapshot_scope set name = ''",
        'update figure_snapshot set number = 7',
        "update figure_reopening set because = ''",
        'delete from figure_snapshot_scope',
        'delete from figure_snapshot',
        'delete from figure_reopening',
      ]) {
        const changing = atDesk(platform.database.orm, seat, new Date(), 'write', (desk) => desk.run(statement));
        await expect(changing, statement).rejects.toThrow(/permission denied/);
      }
    }
  });
});

it('a period that is not over is not closed, and what is wrong is refused on the field at fault', async () => {
  const town = await platform.newTown();
  const stranger = await platform.newTown();
  const { id } = await close(town);
  const today = dayOf(new Date());
  for (const length of ['MONTH', 'QUARTER', 'YEAR']) {
    for (const day of [today, '2099-01-01', '1900-01-01']) {
      const closing = { town: town.code, length, day };
      expect(await town.admin.refused('closePeriod', closing)).toEqual({ code: 'BAD_INPUT', field: 'input.day' });
    }
  }
  const reopening = { snapshot: id, because: '补录' };
  const blank = { ...reopening, because: ' ' };
  expect(await town.admin.refused('reopenPeriod', blank)).toEqual({ code: 'BAD_INPUT', field: 'input.because' });
  const elsewhere = { town: stranger.code, length: 'MONTH', day: '2024-01-01' };
  expect(await town.admin.refused('closePeriod', elsewhere)).toEqual({ code: 'NOT_FOUND', field: 'input.town' });
  expect(await stranger.admin.refused('reopenPeriod', reopening)).toEqual({
    code: 'NOT_FOUND',
    field: 'input.snapshot',
  });
  const committee = await town.account('SOCIAL_PARTY_COMMITTEE');
  for (const [name, input] of [
    ['closePeriod', { ...elsewhere, town: town.code }],
    ['reopenPeriod', reopening],
  ] as const) {
    expect(await committee.refused(name, input)).toEqual({ code: 'FORBIDDEN' });
  }
  const read = await committee.ask('query($id: ID!) { figureSnapshot(id: $id) { number reopenedAt } }', { id });
  expect(read.figureSnapshot).toEqual({ number: 1, reopenedAt: null });
  const query = 'query($id: ID!) { figureSnapshot(id: $id) { number } }';
  expect((await stranger.admin.send(query, { id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
});

it('a district office reads what its towns have closed, and closes nothing', async () => {
  const { town, households } = await settledTown(platform, 2);
  await recordVisit(town, households[0], '2024-05-01');
  const { id } = await close(town);
  await recordVisit(town, households[0], '2024-05-02');
  const district = town.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'closed', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`closed-${district}`);
  const query = `query($id: ID!) { figureSnapshot(id: $id) { closedBy figure(indicator: "contact") { numerator changed today { numerator } } } }`;
  const { figureSnapshot } = await office.ask(query, { id });
  expect(figureSnapshot).toEqual({ closedBy: null, figure: { numerator: 1, changed: true, today: { numerator: 2 } } });
  const closing = { town: town.code, length: 'MONTH', day: '2024-01-01' };
  expect(await office.refused('closePeriod', closing)).toEqual({ code: 'FORBIDDEN' });
  const reopening = { snapshot: id, because: '补录' };
  expect(await office.refused('reopenPeriod', reopening)).toEqual({ code: 'FORBIDDEN' });
});
