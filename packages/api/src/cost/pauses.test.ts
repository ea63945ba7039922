import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { Pauses, pauseAfterRefusal } from './pauses.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const account = (accountId: string): Actor => ({
  ...{ accountId, name: accountId, displayName: accountId, homeTown: null, offices: [], assignments: [] },
});
const through = (accountId: string): Actor => ({
  ...account(accountId),
  application: {
    id: 'app',
    name: 'app',
    ownerId: 'a',
    forItself: accountId === 'app',
    registered: new Set(),
    scopes: new Set(),
    consents: new Map(),
  },
});

/** When each of so many who ask at once goes on, in milliseconds from now; each then does something. */
async function passed(pauses: Pauses, actor: Actor, count: number, then = () => {}): Promise<number[]> {
  const began = performance.now();
  const times = Array.from({ length: count }, async () => {
    await pauses.pass(actor);
    then();
    return performance.now() - began;
  });
  await vi.runAllTimersAsync();
  return Promise.all(times);
}

it('one document that takes long holds up what its sender asks meanwhile four times as long, and nothing after that', async () => {
  const pauses = new Pauses();
  pauses.note(account('a'), 100);
  expect(await passed(pauses, account('b'), 1)).toEqual([0]);
  const times = await passed(pauses, account('a'), 3);
  expect(times).toEqual([400, 400 + pauseAfterRefusal, 400 + 2 * pauseAfterRefusal]);
  vi.advanceTimersByTime(pauseAfterRefusal);
  for (let each = 0; each < 20; each++) {
    expect(await passed(pauses, account('a'), 1)).toEqual([0]);
    vi.advanceTimersByTime(250);
  }
});

it('what is refused again and again, or takes long, comes one by one, over however many connections', async () => {
  const pauses = new Pauses();
  const refusedToo = () => pauses.note(account('a'));
  refusedToo();
  expect((await passed(pauses, account('a'), 100, refusedToo)).at(-1)).toBe(100 * pauseAfterRefusal);
  const slowToo = () => pauses.note(account('b'), 50);
  slowToo();
  expect((await passed(pauses, account('b'), 100, slowToo)).at(-1)).toBe(100 * 200);
});

it('all applications of one developer that ask for themselves wait for each other', async () => {
  const pauses = new Pauses();
  const another = through('app');
  const one = {
    ...another,
    accountId: 'one',
    ...(another.application && { application: { ...another.application, id: 'one' } }),
  };
  pauses.note(one, 100);
  expect(await passed(pauses, another, 1)).toEqual([400]);
});

it('what a person has an application ask holds up neither the application for itself nor for others', async () => {
  const pauses = new Pauses();
  pauses.note(through('a'), 100);
  expect(await passed(pauses, through('b'), 1)).toEqual([0]);
  expect(await passed(pauses, through('app'), 1)).toEqual([0]);
  expect(await passed(pauses, through('a'), 1)).toEqual([400]);
});
