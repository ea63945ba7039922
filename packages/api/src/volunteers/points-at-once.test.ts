import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { activity, activityKind, balanceOf, earn, ledger, reward, signUp, volunteer } from './volunteer.fixture.ts';

const platform = testPlatform();
const redeeming = 'mutation($input: RedeemPointsInput!) { redeemPoints(input: $input) { redemption { id } } }';

it('a hundred redemptions at once spend what is there and no more: neither points nor goods fall below nothing', async () => {
  const town = await platform.newTown();
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const by = (index: number) => (index % 2 === 0 ? town.admin : officer);
  const kind = await activityKind(town, 10);
  const [one, other] = [await volunteer(town), await volunteer(town)];
  await earn(town, kind, [one, other]);
  const [service, goods] = [await reward(town, 1), await reward(town, 1, 7)];
  // Fifty of one who has ten points, and fifty of another for goods of which there are seven.
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => {
      const input = index < 50 ? { volunteer: one, reward: service } : { volunteer: other, reward: goods };
      return by(index).send(redeeming, { input });
    }),
  );
  const refused = (of: typeof answers) => of.flatMap(({ errors }) => errors.map(({ extensions }) => extensions));
  const refusal = (field: string) => ({ code: 'CONFLICT', field });
  expect(refused(answers.slice(0, 50))).toEqual(Array.from({ length: 40 }, () => refusal('input.volunteer')));
  expect(refused(answers.slice(50))).toEqual(Array.from({ length: 43 }, () => refusal('input.quantity')));
  expect([await balanceOf(officer, one), await balanceOf(officer, other)]).toEqual([0, 3]);
  expect(await ledger(town)).toEqual({ issued: 20, held: 3, redeemed: 17, faults: [] });
  expect(platform.faults).toEqual([]);
});

it('who came earns once, however many confirm it and take it back at once, and one key spends once', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const [kind, who] = [await activityKind(town, 3), await volunteer(town)];
  const { id } = await activity(town, kind);
  const signUps = await signUp(admin, id, [who]);
  const confirming =
    'mutation($input: ConfirmVolunteerAttendanceInput!) { confirmVolunteerAttendance(input: $input) { activity { id } } }';
  const undoing =
    'mutation($input: UndoVolunteerAttendanceInput!) { undoVolunteerAttendance(input: $input) { activity { id } } }';
  const times = (query: string, input: object, count = 10) =>
    Promise.all(Array.from({ length: count }, () => admin.send(query, { input })));
  const done = (answers: Awaited<ReturnType<typeof times>>) =>
    answers.filter(({ errors }) => errors.length === 0).length;
  expect(done(await times(confirming, { activity: id, signUps }))).toBe(1);
  expect(done(await times(undoing, { activity: id, signUps, reason: '误' }))).toBe(1);
  expect(done(await times(confirming, { activity: id, signUps }))).toBe(1);
  const keyed = { volunteer: who, reward: await reward(town, 1), idempotencyKey: 'once' };
  const spent = await times(redeeming, keyed);
  expect(new Set(spent.map(({ data }) => data.redeemPoints.redemption.id)).size).toBe(1);
  const cancelling =
    'mutation($input: CancelRedemptionInput!) { cancelRedemption(input: $input) { redemption { id } } }';
  const { id: redemption } = spent[0]?.data.redeemPoints.redemption ?? {};
  expect(done(await times(cancelling, { redemption, reason: '误' }))).toBe(1);
  expect(await ledger(town)).toEqual({ issued: 3, held: 3, redeemed: 0, faults: [] });
  expect(platform.faults).toEqual([]);
});

it('the ledger is only added to, and nothing but an entry changes what somebody has', async () => {
  const town = await platform.newTown();
  const who = await volunteer(town);
  await earn(town, await activityKind(town, 3), [who]);
  const goods = await reward(town, 1, 5);
  await town.admin.do('redeemPoints', { volunteer: who, reward: goods }, 'redemption { id }');
  const seat = { role: 'app_town', town: Number(town.code) } as const;
  const tried = (statement: string) =>
    atDesk(platform.database.orm, seat, new Date(), 'write', (desk) => desk.run(statement));
  const entry = (from: string, to: string, columns: string, values: string) =>
    `insert into point_entry (town_id, id, volunteer_id, from_account, to_account, points, booked_on, recorded_at, recorded_by${columns})
     select town_id, gen_random_uuid(), volunteer_id, '${from}', '${to}', points, booked_on, now(), recorded_by${values}
     from point_entry where sign_up_id is not null`;
  const [forbidden, unfit] = ['42501', '23514'];
  for (const [statement, code] of [
    ['update point_entry set points = 9', forbidden],
    ['delete from point_entry', forbidden],
    ['update stock_entry set quantity = 9', forbidden],
    ['delete from stock_entry', forbidden],
    ['update volunteer set balance = 100', unfit],
    ['update reward set stock = 100', unfit],
    // The same coming a second time, one that takes back nothing, and one that takes back more than is there.
    [entry('ISSUED', 'VOLUNTEER', ', sign_up_id', ', sign_up_id'), unfit],
    [entry('VOLUNTEER', 'ISSUED', ', sign_up_id', ', sign_up_id'), unfit],
    [entry('VOLUNTEER', 'ISSUED', ', sign_up_id, reverses_id', ', sign_up_id, id'), unfit],
    [entry('ISSUED', 'REDEEMED', ', sign_up_id', ', sign_up_id'), unfit],
  ] as const) {
    await expect(tried(statement), statement).rejects.toMatchObject({ code });
  }
  expect(await ledger(town)).toEqual({ issued: 3, held: 2, redeemed: 1, faults: [] });
});
