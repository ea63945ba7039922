import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { freePort } from '../../../api/src/free-port.ts';
import { makeOperator } from '../../../api/src/signin/make-operator.ts';
import { median } from '../compare.ts';
import type { BenchPlatform } from '../platform.ts';
import { startProduct, unmetered } from '../product.ts';
import { markdown } from '../table.ts';
import type { LivingTown } from '../work-town.ts';
import { type Asker, type Contestant, contestants, type Operation } from './asking.ts';
import { fillTowns } from './fill-towns.ts';
import { type Load, load, type Sent } from './load.ts';
import { operationsOf } from './operations.ts';
import { peerSchema } from './peer-schema.ts';

/** A contestant that listens: where, as which process, and with which tokens. */
interface Listening {
  url: string;
  pid: number;
  tokens: Record<Asker, string>;
}

/**
 * Asks the product, PostGraphile and the limit for the same, on the same database, and prints how they did, as ratios. Their
 * answers are compared before anything is measured; then they take turns.
 */
export async function benchPeers(
  platform: BenchPlatform,
  town: LivingTown,
  { rounds, seconds, towns }: { rounds: number; seconds: number; towns: number },
  say: (message: string) => void,
): Promise<string> {
  const [place] = town.places;
  if (!place) throw new Error('The town has no team');
  await fillTowns(platform, town, towns);
  const { accountId } = await makeOperator(platform.orm, 'operator', new Date());
  const operator = await platform.tokenOf(accountId);
  await platform.asOwner(peerSchema);
  const [{ pid: postmaster = 0 } = {}] = await platform.asOwner<{ pid: number }>(
    `select (regexp_match(pg_read_file('postmaster.pid'), '^\\d+'))[1]::int as pid`,
  );
  const product = await startProduct(platform.ownerUrl, unmetered);
  const children = await Promise.all(
    (['limit', 'postgraphile'] as const).map((file) =>
      startPeer(file, platform.appUrl, { [peerTokens.member]: town.townId, [peerTokens.operator]: null }),
    ),
  );
  const [limit, postgraphile] = children.map(({ url, child }) => ({ url, pid: child.pid ?? 0, tokens: peerTokens }));
  if (!limit || !postgraphile) throw new Error('The peers did not start');
  const listening: Record<Contestant, Listening> = {
    limit,
    PostGraphile: postgraphile,
    Lianxin: { url: product.url, pid: product.pid, tokens: { member: place.token, operator } },
  };
  try {
    const operations = operationsOf(
      town,
      place,
      (
        await platform.asOwner<{ id: string }>(
          `select id from peer.block_household where town_id = ${town.townId} and block_id = '${place.uuid}'`,
        )
      ).map(({ id }) => id),
    );
    const lines: string[][] = [];
    for (const operation of operations) {
      await compareAnswers(listening, operation);
      for (const connections of [1, 16]) {
        const taken = new Map<Contestant, Load[]>(contestants.map((each) => [each, []]));
        for (let round = 0; round <= rounds; round += 1) {
          for (const each of contestants) {
            const { url, tokens, pid } = listening[each];
            const did = await load(url, tokens[operation.who], operation.sent[each], {
              connections,
              seconds,
              pid,
              postmaster,
            });
            // The first round warms everything up.
            if (round > 0) taken.get(each)?.push(did);
          }
        }
        lines.push(...linesOf(operation, connections, taken));
        say(`${operation.code} at ${connections}: done`);
      }
    }
    return markdown(
      [
        '',
        'connections',
        'contestant',
        'requests/s',
        'of the limit',
        'of PostGraphile',
        'p50 ms',
        'p99 ms',
        'CPU ms/1,000',
        'of it PostgreSQL',
      ],
      lines,
    );
  } finally {
    // What was asked last is still being answered, to nobody.
    await pause(1000);
    for (const { child } of children) child.kill();
    await product.stop();
  }
}

const peerTokens = { member: 'a-token-of-the-bench', operator: 'a-token-of-its-operator' };

function linesOf({ code, what }: Operation, connections: number, taken: ReadonlyMap<Contestant, Load[]>): string[][] {
  const rate = (each: Contestant) => median((taken.get(each) ?? []).map((load) => load.rate));
  return contestants.map((each) => {
    const loads = taken.get(each) ?? [];
    const middle = (of: keyof Load) => median(loads.map((load) => load[of]));
    return [
      `${code} ${what}`,
      `${connections}`,
      each,
      rate(each).toFixed(0),
      (rate(each) / rate('limit')).toFixed(2),
      (rate(each) / rate('PostGraphile')).toFixed(2),
      ...[middle('p50').toFixed(1), middle('p99').toFixed(1)],
      ...[(middle('cpu') + middle('databaseCpu')).toFixed(0), middle('databaseCpu').toFixed(0)],
    ];
  });
}

/** Throws unless all contestants answer the same. */
async function compareAnswers(
  listening: Record<Contestant, Listening>,
  { code, who, sent, same }: Operation,
): Promise<void> {
  const answers = await Promise.all(
    contestants.map(async (each) => [each, await askOnce(listening[each], who, sent[each])] as const),
  );
  if (!same) return;
  const [first, ...others] = answers.map(([each, answer]) => same(each, answer));
  for (const [index, other] of others.entries()) {
    if (isDeepStrictEqual(other, first)) continue;
    throw new Error(
      `${code}: ${contestants[index + 1]} answers otherwise than the limit:\n${JSON.stringify(first).slice(0, 900)}\n${JSON.stringify(other).slice(0, 900)}`,
    );
  }
}

async function askOnce({ url, tokens }: Listening, who: Asker, { path, body }: Sent): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[who]}` },
    body: body(),
  });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`${url}${path}: ${text.slice(0, 1000)}`);
  return JSON.parse(text);
}

async function startPeer(file: 'limit' | 'postgraphile', databaseUrl: string, tokens: Record<string, number | null>) {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, `${file}.ts`)], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: `${port}`,
      DATABASE_URL: databaseUrl,
      TOKENS: JSON.stringify(tokens),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error(`${file} says nothing`);
  await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}`, child };
}
