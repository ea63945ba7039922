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

/** The task that `app.add_webhook_job` adds jobs of. */
const sendTaskName = 'send-webhooks';

/** Deliveries to one endpoint that are under way at a time. */
const atOnce = 8;
/** How long one job begins deliveries before it lets others go first, in milliseconds. */
const longestTurn = 20_000;
/** How long it goes by what it has read of an endpoint, and how often it looks for more while answers are awaited, in milliseconds. */
const again = 1000;

/**
 * Sends what is due to one endpoint in one town, in order within each lane, several lanes at a time. No transaction is open
 * while an answer is waited for; what came of it is written down with the next claim.
 */
export function sendTask(orm: Orm, poster: Poster): Undertaking {
  return {
    name: sendTaskName,
    seat: 'none',
    undertake: ({ town = 0, about: { endpoint = '' } }, stopping) =>
      new Sending(poster, endpoint, stopping).run((work) =>
        atDesk(orm, { role: 'app_webhook', town }, new Date(), 'write', work),
      ),
  };
}

/** One job of it. */
class Sending {
  readonly #poster: Poster;
  readonly #endpoint: string;
  readonly #stopping: AbortSignal;
  readonly #end = Date.now() + longestTurn;
  readonly #underWay = new Map<string, Promise<void>>();
  #done: Attempted[] = [];
  #outgoing: (Outgoing & { readAt: number }) | undefined;

  constructor(poster: Poster, endpoint: string, stopping: AbortSignal) {
    this.#poster = poster;
    this.#endpoint = endpoint;
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
    if (outgoing.standing !== 'OPEN' || free === 0 || Date.now() > this.#end || this.#stopping.aborted) return [];
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
      if (attempt) this.#done.push({ delivery, attempt });
      else this.#underWay.delete(delivery.lane);
    };
    this.#underWay.set(delivery.lane, send());
  }

  /** Adds the job that goes on, when something is due next. */
  async #comeBack(desk: Desk): Promise<void> {
    const { standing, owner } = await this.#read(desk, true);
    const due = standing === 'OPEN' ? await nextDue(desk, this.#endpoint) : undefined;
    if (due) await addSending(desk, desk.town, { endpoint: this.#endpoint, owner }, due);
  }
}

/** Waits for whoever changes the endpoint or sends again by hand, and has them wait: both go on to the same deliveries. */
async function hold({ db }: Desk, endpoint: string): Promise<void> {
  await db.selectFrom('webhook_endpoint').select('id').where('id', '=', endpoint).forKeyShare().execute();
}

/** Adds a job to the desk's transaction that sends what is due to a developer's endpoint in a town, or in none (0): at once unless told. */
export async function addSending(
  { db }: Desk,
  town: number,
  { endpoint, owner }: { endpoint: string; owner: string },
  at: Date | null = null,
): Promise<void> {
  await sql`select app.add_webhook_job(${town}, ${endpoint}, ${owner}, ${at})`.execute(db);
}
