import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { times } from '../../test/times.ts';
import { activity, activityKind, ledger, reward, signUp, volunteer } from './volunteer.fixture.ts';

const platform = testPlatform();
/** How many operations: ten thousand in `npm run properties`. */
const operations = times === 1 ? 200 : times * 1000;
/** How many clients send them at once, and after how many the connections to the database are cut. */
const [clients, cutEvery] = [6, 60];

const which = fc.nat(1_000_000);
const operation = fc.record({
  verb: fc.constantFrom<Verb[]>(
    ...(['confirm', 'confirm', 'confirm', 'confirm', 'redeem', 'redeem', 'redeem', 'redeem'] as const),
    ...(['undo', 'cancel', 'cancel', 'fulfil', 'stock', 'writeOff'] as const),
  ),
  ...{ a: which, b: which, quantity: fc.integer({ min: 1, max: 4 }) },
  /** After how many milliseconds whoever sends it hangs up, for some. */
  hangUp: fc.option(fc.integer({ min: 0, max: 25 }), { freq: 3 }),
});

const mutations = {
  confirm: ['confirmVolunteerAttendance', 'activity { points signUps { id state } }'],
  undo: ['undoVolunteerAttendance', 'activity { points signUps { id state } }'],
  redeem: ['redeemPoints', 'redemption { id points } volunteer { balance }'],
  cancel: ['cancelRedemption', 'redemption { points } volunteer { balance }'],
  fulfil: ['fulfilRedemption', 'redemption { points } volunteer { balance }'],
  stock: ['stockReward', 'reward { stock }'],
  writeOff: ['stockReward', 'reward { stock }'],
} as const;
type Verb = keyof typeof mutations;

it('after many random operations by several clients at once, with connections cut and answers lost, all sums are kept and nothing is below nothing', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const volunteers = await Promise.all(Array.from({ length: 8 }, () => volunteer(town)));
  const held: { id: string; points: number; signUps: string[] }[] = [];
  for (const points of [3, 2, 1]) {
    const kind = await activityKind(town, points);
    for (let each = 0; each < 4; each++) {
      const { id } = await activity(town, kind);
      held.push({ id, points, signUps: await signUp(admin, id, volunteers) });
    }
  }
  const goods = [await reward(town, 2, 20), await reward(town, 3, 5)];
  const rewards = [await reward(town, 1), await reward(town, 4), ...goods];
  const redeemed: string[] = [];
  const seed = Date.now() % 1_000_000;
  /** What was answered to have been done, each once, however often it was sent. */
  const told = { issued: 0, redeemed: 0, done: new Map<string, number>(), lost: 0 };

  const inputOf: Record<Verb, (choice: { a: number; b: number; quantity: number }) => Data> = {
    confirm: ({ a, b }) => ofSignUp(a, b),
    undo: ({ a, b }) => ({ ...ofSignUp(a, b), reason: '签错' }),
    redeem: ({ a, b, quantity }) => ({ volunteer: at(volunteers, a), reward: at(rewards, b), quantity }),
    cancel: ({ a }) => ({ redemption: at(redeemed, a), reason: '不要了' }),
    fulfil: ({ a }) => ({ redemption: at(redeemed, a) }),
    stock: ({ a, quantity }) => ({ reward: at(goods, a), quantity, reason: '采购' }),
    writeOff: ({ a, quantity }) => ({ reward: at(goods, a), quantity: -quantity, reason: '损坏' }),
  };
  function ofSignUp(a: number, b: number) {
    const of = at(held, a);
    return { activity: of?.id, signUps: [at(of?.signUps ?? [], b)] };
  }

  /** Sends a mutation under one key until it is answered, as a telephone does that was cut off. */
  async function sendTillAnswered(verb: Verb, input: Data, hangUp: number | null): Promise<Answer> {
    const [name, selection] = mutations[verb];
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation($input: ${type}) { ${name}(input: $input) { ${selection} } }`;
    for (let attempt = 0; attempt < 20; attempt++) {
      const signal = attempt === 0 && hangUp !== null ? AbortSignal.timeout(hangUp) : undefined;
      const answer = await post(query, { input }, signal).catch(() => undefined);
      const fault = answer?.errors.find(({ extensions }) => ['INTERNAL', 'UNAVAILABLE'].includes(extensions.code));
      if (answer && !fault) return answer;
      told.lost++;
    }
    throw new Error(`${name} was answered nothing in the end`);
  }

  async function post(query: string, variables: Data, signal: AbortSignal | undefined): Promise<Answer> {
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` },
      body: JSON.stringify({ query, variables }),
      ...(signal && { signal }),
    });
    const { data, errors = [], extensions } = (await response.json()) as Data;
    return { status: response.status, data, errors, extensions };
  }

  const work = fc.sample(operation, { seed, numRuns: operations }).entries();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const [index, { verb, hangUp, ...choice }] of work) {
        if (index % cutEvery === cutEvery - 1) await cutConnections();
        const input = inputOf[verb](choice);
        if (Object.values(input).includes(undefined)) continue;
        const keyed = { ...input, idempotencyKey: `${index}` };
        const { data, errors } = await sendTillAnswered(verb, keyed, hangUp);
        if (errors.length > 0) {
          expect(errors[0]?.extensions.code, `${errors[0]?.message} seed ${seed}`).toBe('CONFLICT');
          continue;
        }
        note(verb, input, data[mutations[verb][0]]);
      }
    }),
  );

  function note(verb: Verb, input: Data, payload: Data): void {
    told.done.set(verb, (told.done.get(verb) ?? 0) + 1);
    if (verb === 'confirm') told.issued += payload.activity.points;
    if (verb === 'undo') told.issued -= payload.activity.points;
    if (verb === 'redeem') {
      told.redeemed += payload.redemption.points;
      redeemed.push(payload.redemption.id);
    }
    if (verb === 'cancel') told.redeemed -= payload.redemption.points;
    if (payload.volunteer) expect(payload.volunteer.balance, `seed ${seed}`).toBeGreaterThanOrEqual(0);
    if (payload.reward) expect(payload.reward.stock, `${JSON.stringify(input)} seed ${seed}`).toBeGreaterThanOrEqual(0);
  }

  expect([...told.done.keys()].sort(), `seed ${seed}`).toEqual(Object.keys(mutations).sort());
  expect(told.lost, `seed ${seed}`).toBeGreaterThan(10);
  expect(await ledger(town), `seed ${seed}`).toEqual({
    ...{ issued: told.issued, redeemed: told.redeemed, held: told.issued - told.redeemed, faults: [] },
  });
}, 1_200_000);

/** One of some, by a number; undefined where there is none yet. */
function at<Each>(all: readonly Each[], number: number): Each | undefined {
  return all[number % all.length];
}

/** Cuts every connection of the application to the database, in the middle of whatever it does. */
async function cutConnections(): Promise<void> {
  await platform.database.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
  );
}
