import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { connect } from '../db/orm.ts';
import { Budget } from './budget.ts';
import type { Caller } from './caller.ts';

const platform = testPlatform();

let count = 0;
const someone = (capacity: number, restoresPerSecond: number): Caller => ({
  name: `account ${++count}`,
  capacity,
  restoresPerSecond,
  isAlwaysTold: false,
});
const budgetOf = (caller: Caller) => new Budget(platform.database.orm, caller);
const rowOf = async ({ name }: Caller) =>
  (
    await platform.database.sql<{ free: number; held: number }>(
      'select free, held + held_before as held from app.budget where caller = $1',
      [name],
    )
  )[0];

it('gives each caller what they have, and no more, until it has come back', async () => {
  const caller = someone(1000, 200);
  const budget = budgetOf(caller);
  for (const points of [600, 399]) {
    expect(await budget.reserve(points)).toBe(true);
    budget.settle(points, points);
  }
  expect(await budget.reserve(300)).toBe(false);
  expect(budget.left).toBeLessThan(300);
  await wait(1500);
  expect(await budget.reserve(250)).toBe(true);
  expect(await budgetOf(someone(1000, 200)).reserve(1000)).toBe(true);
});

it('takes for an operation no more than it has used, once it is over', async () => {
  const budget = budgetOf(someone(1000, 1));
  for (let round = 0; round < 20; round++) {
    expect(await budget.reserve(700)).toBe(true);
    budget.settle(700, 10);
  }
  expect(budget.left).toBeGreaterThanOrEqual(800);
  expect(budget.left).toBeLessThan(805);
});

it('lets an operation wait for those of its caller that are under way, whose points come back', async () => {
  const budget = budgetOf(someone(1000, 1));
  expect(await budget.reserve(900)).toBe(true);
  let isServed = false;
  const waiting = budget.reserve(900).then((served) => {
    isServed = served;
  });
  await wait(50);
  expect(isServed).toBe(false);
  budget.settle(900, 20);
  await waiting;
  expect(isServed).toBe(true);
  budget.settle(900, 900);
  expect(await budget.reserve(900)).toBe(false);
});

it('is spent by several processes as by one, and never twice', async () => {
  const caller = someone(10_000, 500);
  const other = await connect(platform.database.appUrl, 4);
  try {
    const budgets = [budgetOf(caller), new Budget(other, caller), budgetOf(caller)];
    const begun = performance.now();
    let spent = 0;
    let refused = 0;
    const spend = async (budget: Budget, seed: number) => {
      for (let round = 0; round < 40; round++) {
        const asked = 50 + ((seed * 31 + round * 17) % 200);
        if (!(await budget.reserve(asked))) {
          refused += 1;
          await wait(20);
          continue;
        }
        await wait((seed + round) % 3);
        const used = Math.floor(asked / (1 + (round % 3)));
        spent += used;
        budget.settle(asked, used);
        if (round % 10 === 9) await budget.giveBack();
      }
    };
    await Promise.all(budgets.flatMap((budget, index) => [1, 2, 3, 4].map((each) => spend(budget, index * 10 + each))));
    const seconds = (performance.now() - begun) / 1000;
    expect(refused).toBeGreaterThan(0);
    // All of it could be had, and not a point more than came back meanwhile.
    expect(spent).toBeGreaterThan(caller.capacity * 0.9);
    expect(spent).toBeLessThanOrEqual(caller.capacity + seconds * caller.restoresPerSecond);
    for (const budget of budgets) await budget.giveBack(true);
    expect(budgets.every((budget) => budget.isIdle)).toBe(true);
    expect((await rowOf(caller))?.held).toBeCloseTo(0);
  } finally {
    await other.close(true);
  }
});

it('gets back what a process held that is gone, within two seconds and what comes back each second', async () => {
  const caller = someone(1000, 1000);
  const gone = budgetOf(caller);
  expect(await gone.reserve(800)).toBe(true);
  const budget = budgetOf(caller);
  expect(await budget.reserve(900)).toBe(false);
  await wait(2100);
  expect(await budget.reserve(1000)).toBe(true);
});

it('never has more free than the capacity, with what processes hold of it', async () => {
  const caller = someone(1000, 1_000_000);
  const holding = budgetOf(caller);
  expect(await holding.reserve(400)).toBe(true);
  await wait(20);
  const budget = budgetOf(caller);
  expect([await budget.reserve(601), await budget.reserve(580)]).toEqual([false, true]);
});
