import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { dayBefore, dayOf } from '../today.ts';
import { raise } from './request.fixture.ts';

const platform = testPlatform();

it('a request is reported promptly by the end of the first working day after the residents told it, in the town’s own calendar', async () => {
  const { town, households } = await settledTown(platform, 1);
  const [household] = households;
  const told = async (on: string) => (await raise(town, { household, on }, 'reportedInTime')).reportedInTime;
  const settle = (day: string, working: boolean) =>
    town.admin.do('settleWorkingDay', { town: town.code, day, working, name: '防汛值班' }, 'town { code }');
  const today = dayOf(new Date());
  const yesterday = dayBefore(today);
  const before = dayBefore(yesterday);
  await settle(today, true);
  await settle(yesterday, false);
  expect([await told(today), await told(yesterday), await told(before)]).toEqual([true, true, true]);
  await settle(yesterday, true);
  expect([await told(yesterday), await told(before)]).toEqual([true, false]);
  await settle(today, false);
  expect([await told(yesterday), await told(before)]).toEqual([true, false]);
  expect(await told('2024-02-01')).toBe(false);
});
