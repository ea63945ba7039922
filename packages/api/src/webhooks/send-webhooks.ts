import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { atDesk, type Desk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import type { Undertaking } from '../jobs/task.ts';
import { type Claimed, claim, nextDue, withhold, withholdAll } from './claim.ts';
import { messageTo } from './message.ts';
import { type Outgoing, readOutgoing } from './outgoing.ts';
import type { Poster } from './post.ts';
import { type Attempted, settle } from './settle.ts';

/** Deliveries to one endpoint that are under way at a time. */
const atOnce = 8;
/** How long one job begins deliveries before it lets others go first, in milliseconds. */
const longestTurn = 20_000;
/** How long it goes by what it has read of an endpoint, and how often it looks for more while answers are awaited, in milliseconds. */
const again = 1000;

/**
 * Sends what is due to one endpoint in one town, in order within each lane, several lanes at a time. No transaction is open
 * while an answer is waited for; what came of it is written down with the next claim. The names are those of which
 * `app.add_webhook_job` adds jobs: one is for endpoints that kept others waiting.
 */
export function sendTask(orm: Orm, poster: Poster, name: 'send-webhooks' | 'send-slow-webhooks'): Undertaking {
  const slow = name === 'send-slow-webhooks';
  return {
    name,
    seat: 'none',
    undertake: ({ town = 0, about: { endpoint = '' } }, stopping) =>
      new Sending(poster, { endpoint, slow }, stopping).run((work) =>
        atDesk(orm, { role: 'app_webhook', town }, new Date(), 'write', work),
      ),
  };
}

/**
 * One job of it. All jobs of an endpoint are of one queue as long as it is slow, or is not, and only the last transaction of such a job
 * changes that; a job that waited meanwhile moves on and sends nothing. So no two jobs ever send to one endpoint.
 */
class Sending {
  readonly #poster: Poster;
  readonly #endpoint: string;
  readonly #slow: boolean;
  readonly #stopping: AbortSignal;
  readonly #end = Date.now() + longestTurn;
  readonly #underWay = new Map<string, Promise<void>>();
  #done: Attempted[] = [];
  #outgoing: (Outgoing & { readAt: number }) | undefined;
  /** Whether an attempt of this job kept others waiting; undefined before the first. */
  #wasSlow: boolean | undefined;

  constructor(poster: Poster, { endpoint, slow }: { endpoint: string; slow: boolean }, stopping: AbortSignal) {
    this.#poster = poster;
    this.#endpoint = endpoint;
    this.#slow = slow;
    this.#stopping = stopping;
  }

  async run(at: <T>(work: (desk: Desk) => Promise<T>) => Promise<T>): Promise<void> {
    let claimed: Claimed[];
    do {
      claimed = await at((desk) => this.#step(desk));
      if (this.#underWay.size > 0) {
        await Promise.race([...this.#underWay.values(), pause(again, undefined, { ref: false })]);
      }
    } while (claimed.length > 0 || this.#underWay.size > 0 || this.#done.length > 0);
    await at((desk) => this.#comeBack(desk));
  }

  /** Writes down what is done and begins what is next. Returns what it claimed. */
  async #step(desk: Desk): Promise<Claimed[]> {
    await hold(desk, this.#endpoint);
    const done = this.#done;
    this.#done = [];
    // A lane is under way until it is written down what came of it.
    for (const { delivery } of done) this.#underWay.delete(delivery.lane);
    const changed = done.length > 0 && (await settle(desk, this.#endpoint, done));
    const outgoing = await this.#read(desk, changed);
    if (outgoing.standing === 'ENDED') await withholdAll(desk, this.#endpoint);
    const free = atOnce - this.#underWay.size;
    const goesOn = outgoing.slow === this.#slow && (this.#slow || !this.#wasSlow) && Date.now() <= this.#end;
    if (outgoing.standing !== 'OPEN' || free === 0 || !goesOn || this.#stopping.aborted) return [];
    const claimed = await claim(desk, this.#endpoint, free, [...this.#underWay.keys()]);
    const withheld = claimed.filter(({ event }) => !outgoing.allowed.has(event));
    if (withheld.length > 0) await withhold(desk, withheld);
    for (const each of claimed) if (outgoing.allowed.has(each.event)) this.#begin(each, outgoing);
    return claimed;
  }

  async #read(desk: Desk, anew: boolean): Promise<Outgoing> {
    if (anew || !this.#outgoing || this.#outgoing.readAt + again < Date.now()) {
      this.#outgoing = { ...(await readOutgoing(desk, this.#endpoint)), readAt: Date.now() };
    }
    return this.#outgoing;
  }

  #begin(delivery: Claimed, { url, secrets }: Outgoing): void {
    const send = async () => {
      const message = messageTo(url, secrets, delivery, new Date());
      // Where the process stops, nobody knows what came of it: it is tried again.
      const attempt = await this.#poster.post(message, this.#stopping).catch(() => undefined);
      if (attempt) {
        this.#done.push({ delivery, attempt });
        this.#wasSlow = this.#wasSlow || this.#poster.isSlow(attempt);
      } else this.#underWay.delete(delivery.lane);
    };
    this.#underWay.set(delivery.lane, send());
  }

  /** Notes whether it is slow, and adds the job that goes on, when something is due next. */
  async #comeBack(desk: Desk): Promise<void> {
    const { standing, slow } = await this.#read(desk, true);
    if (this.#wasSlow !== undefined && this.#wasSlow !== slow) {
      const change = desk.db.updateTable('webhook_endpoint').set({ slow: this.#wasSlow });
      await change.where('id', '=', this.#endpoint).execute();
    }
    const due = standing === 'OPEN' ? await nextDue(desk, this.#endpoint) : undefined;
    if (due) await addSending(desk, [desk.town], this.#endpoint, due);
  }
}

/** Waits for whoever changes the endpoint or sends again by hand, and has them wait: both go on to the same deliveries. */
async function hold({ db }: Desk, endpoint: string): Promise<void> {
  await db.selectFrom('webhook_endpoint').select('id').where('id', '=', endpoint).forKeyShare().execute();
}

/** Adds jobs to the desk’s transaction that send what is due to an endpoint in some towns, or in none (0): at once unless told. */
export async function addSending(
  { db }: Desk,
  towns: readonly number[],
  endpoint: string,
  at: Date | null = null,
): Promise<void> {
  await sql`
    select app.add_webhook_job(town, e.id, e.global_owner_id, e.home_town_id, e.slow, ${at})
    from webhook_endpoint e, unnest(${towns}::bigint[]) as t (town) where e.id = ${endpoint}`.execute(db);
}
