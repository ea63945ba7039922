import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { dayOf } from '../today.ts';
import { activity, balanceOf, earn, ledger, redeem, reward, signUp, volunteer } from './volunteer.fixture.ts';

const platform = testPlatform();
const day = 24 * 60 * 60 * 1000;

/** Goes some days ahead, in which nobody has to sign in anew. */
async function goAhead(days: number): Promise<void> {
  await platform.database.sql(`update oidc_record set expires_at = expires_at + interval '2 years'`);
  platform.advance(days * day);
}

it('Haiwan: activities earn 3, 2 or 1, points add up across years, are spent at once, and nobody spends what is not there', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const kinds: Record<string, string> = {};
  for (const [points, names] of [
    [3, ['助医', '助学辅导']],
    [2, ['助老', '助残', '助学']],
    [1, ['巡逻', '保洁', '维持秩序']],
  ] as const) {
    for (const name of names) {
      const added = { town: code, name, points, from: '2013-01-01' };
      kinds[name] = (await admin.do('addVolunteerActivityKind', added, 'kind { id }')).kind.id;
    }
  }
  const [wang, li] = [await volunteer(town), await volunteer(town)];
  // This year: 3 + 2 + 1.
  await earn(town, kinds.助医 ?? '', [wang, li], { name: '社区义诊' });
  await earn(town, kinds.助老 ?? '', [wang], { name: '陪伴独居老人' });
  await earn(town, kinds.巡逻 ?? '', [wang], { name: '夜间巡逻' });
  expect(await balanceOf(admin, wang)).toBe(6);
  const [repair, rice] = [await reward(town, 4), await reward(town, 5, 3)];
  const { redemption, volunteer: after } = await redeem(
    admin,
    { volunteer: wang, reward: repair },
    'redemption { id state points } volunteer { balance }',
  );
  expect([redemption.state, redemption.points, after.balance]).toEqual(['ORDERED', 4, 2]);
  // Two are left, and rice costs five.
  const short = { volunteer: wang, reward: rice };
  expect(await admin.refused('redeemPoints', short)).toEqual({ code: 'CONFLICT', field: 'input.volunteer' });

  // Next year: what was left is still there.
  const firstYear = { first: `${dayOf(new Date()).slice(0, 4)}-01-01`, last: `${dayOf(new Date()).slice(0, 4)}-12-31` };
  await goAhead(365);
  const today = dayOf(new Date(Date.now() + 365 * day));
  const nextYear = { first: `${today.slice(0, 4)}-01-01`, last: `${today.slice(0, 4)}-12-31` };
  await earn(town, kinds.助学辅导 ?? '', [wang], { name: '假期辅导', heldOn: today });
  const bought = await redeem(admin, { volunteer: wang, reward: rice }, 'redemption { id } volunteer { balance }');
  expect(bought.volunteer.balance).toBe(0);
  await admin.do('fulfilRedemption', { redemption: bought.redemption.id }, 'redemption { state }');
  expect(await admin.refused('redeemPoints', short)).toEqual({ code: 'CONFLICT', field: 'input.volunteer' });
  const query = `query($id: ID!, $first: PeriodInput!, $next: PeriodInput!) { volunteer(id: $id) {
    first: statement(period: $first) { ...said } next: statement(period: $next) { ...said } } }
    fragment said on PointStatement { opening earned spent closing entries { kind amount balance activity { name } redemption { quantity reward { stock } } } }`;
  const { volunteer: told } = await admin.ask(query, { id: wang, first: firstYear, next: nextYear });
  const earned = (name: string, amount: number, balance: number) => {
    return { kind: 'EARNED', amount, balance, activity: { name }, redemption: null };
  };
  const spent = (amount: number, balance: number, stock: number | null) => {
    return { kind: 'SPENT', amount, balance, activity: null, redemption: { quantity: 1, reward: { stock } } };
  };
  expect(told.first).toEqual({
    ...{ opening: 0, earned: 6, spent: 4, closing: 2 },
    entries: [earned('社区义诊', 3, 3), earned('陪伴独居老人', 2, 5), earned('夜间巡逻', 1, 6), spent(-4, 2, null)],
  });
  expect(told.next).toEqual({
    ...{ opening: 2, earned: 3, spent: 5, closing: 0 },
    entries: [earned('假期辅导', 3, 5), spent(-5, 0, 2)],
  });
  expect(await ledger(town)).toEqual({ issued: 12, held: 3, redeemed: 9, faults: [] });

  const sums = `query($code: RegisterCode!, $period: PeriodInput!) { town(code: $code) { volunteerPoints(period: $period) {
    opening earned spent closing byActivityKind { activityKind { name } earned } byReward { reward { kind } spent } byUnit { unit { id } earned spent } } } }`;
  expect((await admin.ask(sums, { code, period: nextYear })).town.volunteerPoints).toEqual({
    ...{ opening: 5, earned: 3, spent: 5, closing: 3 },
    byActivityKind: [{ activityKind: { name: '助学辅导' }, earned: 3 }],
    byReward: [{ reward: { kind: 'GOODS' }, spent: 5 }],
    byUnit: [{ unit: { id: town.unit(0) }, earned: 3, spent: 5 }],
  });
});

it('an activity earns the rate of its day, whenever it is confirmed, and a rate changes from tomorrow at the earliest', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const added = { town: code, name: '助老', points: 2, from: '2026-03-01' };
  const kind = (await admin.do('addVolunteerActivityKind', added, 'kind { id }')).kind.id;
  const who = await volunteer(town);
  const early = { activityKind: kind, unit: town.unit(0), name: '早', heldOn: '2026-02-28' };
  expect(await admin.refused('planVolunteerActivity', early)).toEqual({ code: 'CONFLICT', field: 'input.heldOn' });
  const today = dayOf(new Date());
  const tomorrow = dayOf(new Date(Date.now() + day));
  const later = dayOf(new Date(Date.now() + 5 * day));
  const set = (points: number, from?: string) => ({ activityKind: kind, points, ...(from && { from }) });
  const rates = 'kind { rates { points validFrom validTo } }';
  expect(await admin.refused('setVolunteerActivityRate', set(5, today))).toEqual({
    ...{ code: 'BAD_INPUT', field: 'input.from' },
  });
  await admin.do('setVolunteerActivityRate', set(7, later), rates);
  const { kind: changed } = await admin.do('setVolunteerActivityRate', set(5), rates);
  expect(changed.rates).toEqual([
    { points: 2, validFrom: '2026-03-01', validTo: tomorrow },
    { points: 5, validFrom: tomorrow, validTo: null },
  ]);
  const { id } = await activity(town, kind, { heldOn: today });
  const ahead = await activity(town, kind, { heldOn: tomorrow }, admin, 'id points');
  expect(ahead.points).toBe(5);
  const [signedUp = ''] = await signUp(admin, id, [who]);
  const [second = ''] = await signUp(admin, ahead.id, [who]);
  expect(await admin.refused('confirmVolunteerAttendance', { activity: ahead.id, signUps: [second] })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.activity' },
  });
  // The rate has changed when it is confirmed; the activity was before.
  await goAhead(3);
  const confirm = (of: string, by: string) =>
    admin.do(
      'confirmVolunteerAttendance',
      { activity: of, signUps: [by] },
      'activity { confirmed signUps { points } }',
    );
  expect((await confirm(id, signedUp)).activity).toEqual({ confirmed: 1, signUps: [{ points: 2 }] });
  await confirm(ahead.id, second);
  expect(await balanceOf(admin, who)).toBe(7);
  expect((await ledger(town)).faults).toEqual([]);
});

it('what was confirmed or redeemed wrongly is taken back by entries the other way round, never below what is there', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const kind = (
    await admin.do(
      'addVolunteerActivityKind',
      { town: town.code, name: '助医', points: 3, from: '2020-01-01' },
      'kind { id }',
    )
  ).kind.id;
  const who = await volunteer(town);
  const { activity: id, signUps } = await earn(town, kind, [who]);
  expect(await admin.refused('confirmVolunteerAttendance', { activity: id, signUps })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.signUps.0' },
  });
  const goods = await reward(town, 2, 1);
  const { redemption } = await redeem(admin, { volunteer: who, reward: goods });
  const undoing = { activity: id, signUps, reason: '签错人' };
  const query =
    'mutation($input: UndoVolunteerAttendanceInput!) { undoVolunteerAttendance(input: $input) { activity { id } } }';
  const refusal = (await admin.send(query, { input: undoing })).errors[0];
  expect(refusal?.extensions).toMatchObject({ code: 'CONFLICT', field: 'input.signUps.0' });
  expect(refusal?.message).toBe('Of these 3 points 2 are spent already.');
  const cancelling = { redemption: redemption.id, reason: '缺货' };
  const cancelled = 'redemption { state cancelledBecause settledBy reward { stock } } volunteer { balance }';
  expect(await admin.do('cancelRedemption', cancelling, cancelled)).toEqual({
    redemption: { state: 'CANCELLED', cancelledBecause: '缺货', settledBy: '管理员', reward: { stock: 1 } },
    volunteer: { balance: 3 },
  });
  expect(await admin.refused('cancelRedemption', cancelling)).toEqual({ code: 'CONFLICT', field: 'input.redemption' });
  await admin.do('undoVolunteerAttendance', undoing, 'activity { id }');
  expect(await balanceOf(admin, who)).toBe(0);
  await admin.do('confirmVolunteerAttendance', { activity: id, signUps }, 'activity { id }');
  const period = { first: '2026-01-01', last: '2099-12-31' };
  const statement = `query($id: ID!, $period: PeriodInput!) { volunteer(id: $id) { statement(period: $period) {
    earned spent closing entries { kind amount balance reason recordedBy } } } }`;
  const entry = (kind: string, amount: number, balance: number, reason: string | null = null) => {
    return { kind, amount, balance, reason, recordedBy: '管理员' };
  };
  expect((await admin.ask(statement, { id: who, period })).volunteer.statement).toEqual({
    ...{ earned: 3, spent: 0, closing: 3 },
    entries: [
      entry('EARNED', 3, 3),
      entry('SPENT', -2, 1),
      entry('GIVEN_BACK', 2, 3, '缺货'),
      entry('EARNING_UNDONE', -3, 0, '签错人'),
      entry('EARNED', 3, 3),
    ],
  });
  expect(await ledger(town)).toEqual({ issued: 3, held: 3, redeemed: 0, faults: [] });
});
