import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Actor } from '../access/actor.ts';
import type { Spent } from '../cost/admission.ts';
import type { Orm } from '../db/orm.ts';
import { type Counts, noCounts, sumOf } from './counts.ts';
import { noTown } from './usage.entity.ts';
import { type UsageRow, writeUsage } from './write-usage.ts';

/** How often what was counted is written, in milliseconds: what a process that is killed has counted since is lost. */
const every = 3000;
const hour = 3_600_000;

/** An operation that is over, or was refused. */
export interface OperationDone {
  /** What it took in each town that it named: no points where it was refused. */
  spent: readonly Spent[];
  errors: readonly Pick<GraphQLFormattedError, 'extensions'>[];
}

/**
 * Counts in memory what applications ask for, and adds it to the sums of the database every few seconds, so that no operation writes a
 * statement of its own. What cannot be written is kept for the next time.
 */
export class UsageCounter {
  readonly #orm: Orm;
  readonly #log: Logger;
  readonly #timer: NodeJS.Timeout;
  #counted = new Map<string, UsageRow>();
  #writing: Promise<void> = Promise.resolve();

  constructor(orm: Orm, log: Logger) {
    this.#orm = orm;
    this.#log = log;
    this.#timer = setInterval(() => void this.#write(), every).unref();
  }

  /**
   * Counts an operation of an application; of others nothing is counted. One that names several towns that have consented counts in each, with
   * the points that are paid there; one that could not be read counts in none.
   */
  count(actor: Actor | undefined, now: Date, { spent, errors }: OperationDone): void {
    const application = actor?.application;
    if (!application) return;
    const begins = new Date(Math.floor(now.getTime() / hour) * hour);
    const ended = howItEnded(
      spent.some(({ asked }) => asked > 0),
      errors,
    );
    for (const { town = noTown, asked, used } of spent.length > 0 ? spent : [{ asked: 0, used: 0 }]) {
      const counts = { ...noCounts, operations: 1, asked, used, ...ended };
      this.#add({ town, application: application.id, owner: application.ownerId, begins, counts });
    }
  }

  /** Writes what is counted, and counts no more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#write();
  }

  #add(row: UsageRow): void {
    const key = `${row.town} ${row.application} ${row.begins.getTime()}`;
    const known = this.#counted.get(key);
    this.#counted.set(key, known ? { ...known, counts: sumOf(known.counts, row.counts) } : row);
  }

  #write(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      const rows = [...this.#counted.values()];
      this.#counted = new Map();
      if (rows.length === 0) return;
      await writeUsage(this.#orm, rows).catch((fault: unknown) => {
        for (const row of rows) this.#add(row);
        this.#log.warn({ err: fault }, 'What applications use is not written yet');
      });
    });
    return this.#writing;
  }
}

function howItEnded(isLetIn: boolean, errors: OperationDone['errors']): Partial<Counts> {
  if (errors.length === 0) return {};
  const refusal = errors.find(({ extensions }) => extensions?.code === 'LIMIT_EXCEEDED');
  // What was let in may still meet a list that holds too much: that is an error of a field.
  if (!refusal || isLetIn) return { errors: 1 };
  return refusal.extensions?.limit === 'budget' ? { overBudget: 1 } : { overLimit: 1 };
}
