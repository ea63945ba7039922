import { mkdtemp } from 'node:fs/promises';
import { type AddressInfo, connect as connectTo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Changes, changesOf } from './changes.ts';
import { deleteEmbeddedData, startEmbeddedServer } from './embedded-server.ts';
import { connect } from './orm.ts';

const ends: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A PostgreSQL that can be started anew behind one address, as one that somebody else runs is. */
async function restartable() {
  const dataDir = await mkdtemp(join(tmpdir(), 'lianxin-changes-'));
  const start = () => startEmbeddedServer({ dataDir, durable: false, progress: () => {} });
  let server = await start();
  const sockets = new Set<Socket>();
  const relay: Server = createServer((socket) => {
    const { port } = new URL(server.ownerUrl);
    const behind = connectTo(Number(port), '127.0.0.1');
    for (const [one, other] of [
      [socket, behind],
      [behind, socket],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening));
  const url = new URL(server.ownerUrl);
  url.port = String((relay.address() as AddressInfo).port);
  ends.push(async () => {
    for (const socket of sockets) socket.destroy();
    relay.close();
    await server.stop();
    await deleteEmbeddedData(dataDir);
  });
  const stop = () => server.stop();
  const startAgain = async () => {
    server = await start();
  };
  return { url: url.href, stop, startAgain };
}

/** What somebody hears of changes, in order; null stands for what was missed. */
function hearing(changes: Changes) {
  const heard: (number | null)[] = [];
  const end = changes.watch({ changed: (towns) => heard.push(...towns), missed: () => heard.push(null) });
  return { heard, end };
}

it('tells every process what has changed, and after a restart of PostgreSQL what was noted meanwhile, and that something may be missing', async () => {
  const { url, stop, startAgain } = await restartable();
  const [here, elsewhere] = [await connect(url, 2), await connect(url, 2)];
  ends.push(
    () => here.close(true),
    () => elsewhere.close(true),
    () => changesOf(here).stop(),
    () => changesOf(elsewhere).stop(),
  );
  const { heard } = hearing(changesOf(elsewhere));
  const noted = async (town: number) => {
    changesOf(here).note(town);
    await expect.poll(() => heard, { timeout: 15_000 }).toContain(town);
  };
  await expect
    .poll(
      async () => {
        changesOf(here).note(1);
        return heard.includes(1);
      },
      { timeout: 10_000, interval: 300 },
    )
    .toBe(true);
  await noted(310112114);
  await noted(310112115);
  expect(heard).not.toContain(null);

  heard.length = 0;
  await stop();
  changesOf(here).note(310112116);
  changesOf(here).note(310112117);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(heard).toEqual([]);
  await startAgain();
  await expect.poll(() => heard, { timeout: 15_000 }).toContain(null);
  await noted(310112118);
  // What was noted while it was away is told once it is back, at the latest with what comes after.
  expect(heard).toEqual(expect.arrayContaining([310112118]));
  const { end } = hearing(changesOf(here));
  end();
}, 60_000);

it('tells many changes at once, and none to who listens no more', async () => {
  const { url } = await restartable();
  const orm = await connect(url, 2);
  ends.push(
    () => orm.close(true),
    () => changesOf(orm).stop(),
  );
  const batches: number[][] = [];
  const end = changesOf(orm).watch({ changed: (towns) => batches.push([...towns]), missed: () => {} });
  await expect
    .poll(
      () => {
        changesOf(orm).note(1);
        return batches.length;
      },
      { timeout: 10_000, interval: 300 },
    )
    .toBeGreaterThan(0);
  batches.length = 0;
  for (let town = 310_101_001; town < 310_101_235; town++) changesOf(orm).note(town);
  for (let town = 310_101_001; town < 310_101_235; town++) changesOf(orm).note(town);
  await expect.poll(() => batches.flat().filter((town) => town > 1).length, { timeout: 5000 }).toBe(234);
  expect(batches.filter((batch) => batch.some((town) => town > 1))).toHaveLength(1);
  end();
  const before = batches.length;
  changesOf(orm).note(310_101_001);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(batches).toHaveLength(before);
}, 60_000);
