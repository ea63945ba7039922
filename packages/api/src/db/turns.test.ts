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

it('leaves two turns to accounts that have none, however many operations another one begins', async () => {
  const turns = new Turns(pool);
  const { come, ask } = asking(turns);
  for (let index = 0; index < 40; index++) void ask('busy', busy);
  await settle();
  expect(come).toHaveLength(all - 2);
  void ask('neighbour', { account: 'neighbour', towns: [1] });
  void ask('stranger', { account: 'stranger', towns: [2] });
  await settle();
  expect(come.slice(all - 2)).toEqual(expect.arrayContaining(['neighbour', 'stranger']));
});

it('leaves a turn to towns that have none, however many accounts of another one ask', async () => {
  const turns = new Turns(pool);
  const { come, ask } = asking(turns);
  for (let index = 0; index < 40; index++) void ask('busy town', { account: `${index}`, towns: [1] });
  await settle();
  expect(come).toHaveLength(all - 1);
  void ask('other town', { account: 'other', towns: [2] });
  await settle();
  expect(come.at(-1)).toBe('other town');
});

it('gives the next turn to whoever has fewest operations under way, with those of their town', async () => {
  const turns = new Turns(pool);
  const { come, ask } = asking(turns);
  const first = [1, 2, 3, 4, 5].map((town) => ask('first', { account: `${town}`, towns: [town] }));
  const running = await Promise.all(first);
  void ask('second', { account: '1', towns: [1] });
  void ask('third', { account: '1', towns: [1] });
  void ask('neighbour', { account: '6', towns: [1] });
  void ask('other town', { account: '7', towns: [6] });
  for (const release of running) {
    release();
    await settle();
  }
  expect(come.slice(all)).toEqual(['other town', 'second', 'neighbour', 'third']);
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
