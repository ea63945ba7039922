import { setTimeout as pause } from 'node:timers/promises';
import { batchOfHundred, hostileOperations } from '../../api/src/cost/hostile-operations.fixture.ts';
import { percentile } from './percentile.ts';
import type { BenchPlatform } from './platform.ts';
import { startProduct } from './product.ts';
import { markdown } from './table.ts';
import type { LivingTown } from './work-town.ts';

/** Milliseconds between two questions of whoever works meanwhile. */
const every = 50;
/** How many connections the hostile have. */
const connections = 4;
/** What their working neighbour may take, beside what they take alone. */
const most = 2;

/**
 * What somebody's daily question takes, alone and while others send nothing but what is refused, in turn: medians and the 99th of a
 * hundred over all rounds. Throws where the hostile are answered anything but a refusal of theirs.
 */
export async function benchHostile(
  platform: BenchPlatform,
  town: LivingTown,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<string> {
  const [place, other] = town.places;
  if (!place || !other) throw new Error('The town has no two teams');
  const product = await startProduct(platform.ownerUrl, 1);
  const took: Record<'alone' | 'besides' | 'refusals', number[]> = { alone: [], besides: [], refusals: [] };
  try {
    const asking = { url: product.url, token: place.token, body: households(place.block) };
    await work({ ...asking, seconds: 1 });
    for (let round = 0; round < rounds; round += 1) {
      took.alone.push(...(await work({ ...asking, seconds })));
      const bodies = [
        ...Object.values(hostileOperations(town.code)).map((query) => JSON.stringify({ query })),
        batchOfHundred,
      ];
      const stop = new AbortController();
      const attacks = Array.from({ length: connections }, (_, index) =>
        attack({ url: product.url, token: other.token, bodies, from: index * 4, until: stop.signal }),
      );
      took.besides.push(...(await work({ ...asking, seconds })));
      stop.abort();
      took.refusals.push(...(await Promise.all(attacks)).flat());
    }
  } finally {
    await product.stop();
  }
  return written(took);
}

interface Asking {
  url: string;
  token: string;
  body: string;
}

const households = (block: string) =>
  JSON.stringify({
    query: `query($block: ID!) { unit(id: $block) { ... on Block { households(first: 50) { nodes {
      id code lastVisit { visitedOn way visitors { name } } requests(open: true) { state dueOn subject { name } } } } } } }`,
    variables: { block },
  });

/** Asks every while for some seconds. Returns the milliseconds that each answer took. */
async function work({ seconds, ...asking }: Asking & { seconds: number }): Promise<number[]> {
  const took: number[] = [];
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await pause(every)) {
    const begun = performance.now();
    const { status, text } = await post(asking);
    if (status !== 200 || text.includes('"errors"')) throw new Error(`${status} ${text.slice(0, 500)}`);
    took.push(performance.now() - begun);
  }
  return took;
}

/** Sends one after the other, as fast as they are refused. Returns the milliseconds that each refusal took. */
async function attack({
  url,
  token,
  bodies,
  from,
  until,
}: {
  url: string;
  token: string;
  bodies: readonly string[];
  from: number;
  until: AbortSignal;
}): Promise<number[]> {
  const took: number[] = [];
  for (let next = from; !until.aborted; next += 1) {
    const begun = performance.now();
    const { status, text } = await post({ url, token, body: bodies[next % bodies.length] ?? '' });
    if (status < 400 || status >= 500) throw new Error(`${status} ${text.slice(0, 500)}`);
    took.push(performance.now() - begun);
  }
  return took;
}

async function post({ url, token, body }: Asking): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

function written({ alone, besides, refusals }: Record<'alone' | 'besides' | 'refusals', number[]>): string {
  const ms = (numbers: readonly number[], share: number) => percentile(numbers, share).toFixed(1);
  const times = (share: number) => {
    const ratio = percentile(besides, share) / percentile(alone, share);
    return ratio > most ? `**${ratio.toFixed(2)}**` : ratio.toFixed(2);
  };
  return markdown(
    ['', 'alone, ms', `beside ${connections} hostile, ms`, 'times', 'at most', 'a refusal, ms', 'refusals'],
    [0.5, 0.99].map((share) => [
      `p${share * 100}`,
      ...[ms(alone, share), ms(besides, share), times(share), `${most}`, ms(refusals, share), `${refusals.length}`],
    ]),
  );
}
