import type { Actor } from '../access/actor.ts';
import { Context } from '../context.ts';
import { type Desk, type OpenDesk, type Opening, openDesk, type Seat } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';

/** It has connections of its own, so it takes no turn of those that answer people. */
const noTurns = { first: async () => () => {}, more: async () => () => {} };

/** The reading of an export: as an operation, but that all its transactions see one moment, however long it takes. */
export class ExportContext extends Context {
  readonly #lent: Opening;
  readonly #desks: Desk[] = [];
  #snapshot: Promise<string> | undefined;

  constructor(orm: Orm, lent: Opening, now: Date, actor: Actor) {
    super(orm, noTurns, now, 'en', actor);
    this.#lent = lent;
  }

  /** Forgets what was loaded at any desk, of which nothing more is asked. */
  forget(): void {
    for (const desk of this.#desks) desk.forget();
  }

  protected override async open(seat: Seat): Promise<OpenDesk> {
    const shared = this.#snapshot;
    const opening = this.#begin(seat, shared);
    this.#snapshot ??= opening.then(async ({ desk }) => {
      const [told] = await desk.run<{ id: string }>('select pg_export_snapshot() as id');
      if (!told) throw new Error('PostgreSQL told no snapshot');
      return told.id;
    });
    const [opened] = await Promise.all([opening, this.#snapshot]);
    return opened;
  }

  async #begin(seat: Seat, snapshot: Promise<string> | undefined): Promise<OpenDesk> {
    const opened = await openDesk(this.#lent, seat, this.now, 'read', await snapshot);
    // A transaction that is asked now and then only waits longer than those that were forgotten.
    this.#desks.push(opened.desk);
    await opened.desk.run(`set local idle_in_transaction_session_timeout = '15min'`);
    return opened;
  }
}
