import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

const pool = 10;
/** Turns that such a pool has. */
const all = 5;
const busy = { account: 'busy', towns: [1] };

/** Lets everything go on that waits for nothing else. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Asks for turns, and notes in which order they come. */
function asking(turns: Turns) {
  const come: string[] = [];
  const ask = (name: string, asker: { account: string; towns: number[] }) =>
    turns.first(asker).then((release) => {
      come.push(name);
      return release;
    });
  return { come, ask };
}

it('leaves two turns to others, however many operations an account begins', async () => {
  const turns = new Turns(pool);
  const { come, ask } = asking(turns);
  for (let index = 0; index < 40; index++) void ask('busy', busy);
  await settle();
  expect(come).toHaveLength(all - 2);
  for (const town of [2, 3]) void ask('stranger', { account: `of ${town}`, towns: [town] });
  await settle();
  expect(come.slice(all - 2)).toEqual(['stranger', 'stranger']);
});

it('leaves two turns to other towns, however many accounts of one ask', async () => {
  const turns = new Turns(pool);
  const { come, ask } = asking(turns);
  for (let index = 0; index < 40; index++) void ask('busy town', { account: `${index}`, towns: [1] });
  await settle();
  expect(come).toHaveLength(all - 2);
  for (const town of [2, 3]) void ask('other town', { account: `of ${town}`, towns: [town] });
  await settle();
  expect(come.slice(all - 2)).toEqual(['other town', 'other town']);
});

it('gives the next turn to whoever has fewest operations under way, with those of their town', async () => {
  const turns = new Turns(pool);
  const { come, ask } = asking(turns);
  const [first, ...others] = await Promise.all(
    [1, 2, 3, 4, 5].map((town) => ask('first', { account: `${town}`, towns: [town] })),
  );
  for (const name of ['second', 'third']) void ask(name, { account: '1', towns: [1] });
  void ask('neighbour', { account: '6', towns: [1] });
  void ask('other town', { account: '7', towns: [6] });
  first?.();
  await settle();
  // Now town 1 has one under way again, so another town's goes before, and its own wait until two turns are left beside theirs.
  for (const release of others) {
    release();
    await settle();
  }
  expect(come.slice(all)).toEqual(['second', 'other town', 'neighbour']);
});

it('lets a quiet town have several at once while many of another one wait', async () => {
  const turns = new Turns(pool);
  const { come, ask } = asking(turns);
  for (let account = 0; account < 20; account++) void ask('busy town', { account: `${account}`, towns: [1] });
  for (let again = 0; again < 2; again++) void ask('again', { account: '0', towns: [1] });
  await settle();
  const releases = await Promise.all([ask('quiet', { account: 'quiet', towns: [2] })]);
  void ask('quiet too', { account: 'quiet', towns: [2] });
  for (const release of releases) release();
  await settle();
  expect(come.slice(all - 2)).toEqual(['quiet', 'quiet too']);
});

it('gives every turn back, so that all that were asked for come', async () => {
  const turns = new Turns(pool);
  const { come, ask } = asking(turns);
  const asked = Array.from({ length: 30 }, (_, index) =>
    ask('done', index % 3 === 0 ? busy : { account: `${index}`, towns: [index % 2] }).then((release) => release()),
  );
  await Promise.all(asked);
  expect(come).toHaveLength(30);
  void ask('again', busy);
  await settle();
  expect(come.at(-1)).toBe('again');
});
