import type { Actor } from './access/actor.ts';
import type { Permission } from './access/permissions.ts';
import { holdsIn } from './access/reach.ts';
import { seatAbove, seatFor } from './access/seat.ts';
import { ReadingNotes } from './audit/reading-notes.ts';
import { change, type Keyed, type Manner } from './db/change.ts';
import { type Desk, type OpenDesk, openDesk, type Seat } from './db/door.ts';
import type { Orm } from './db/orm.ts';
import { mostTowns, type Turns } from './db/turns.ts';
import { notFound, Refusal } from './errors.ts';
import type { Language } from './messages.ts';
import { dayOf } from './today.ts';

/** One GraphQL operation: who asks, when, and the transactions it reads in. */
export class Context {
  // Not #private: Apollo hands on a copy of the context, which would be without it.
  private readonly readings = new Map<string, Promise<OpenDesk>>();
  private readonly permits: Promise<() => void>[] = [];
  private readonly operation = { over: false, changes: false };
  /** Which personal data the operation reads, and what for. */
  readonly personalReadings = new ReadingNotes();

  constructor(
    readonly orm: Orm,
    private readonly turns: Pick<Turns, 'first' | 'more'>,
    readonly now: Date,
    readonly language: Language,
    /** Whoever is signed in; replaced where the operation itself changes what they hold. */
    public actor: Actor | undefined,
  ) {}

  /** Today in Asia/Shanghai. */
  get today(): string {
    return dayOf(this.now);
  }

  /** The account that is signed in. Errors: UNAUTHENTICATED. */
  get signedIn(): Actor {
    if (!this.actor) throw new Refusal('UNAUTHENTICATED', 'unauthenticated');
    return this.actor;
  }

  /** The desk that reads a town as the actor may. Errors: NOT_FOUND for a town that is not open to them. */
  readTown(townId: number, field?: string): Promise<Desk> {
    const seat = seatFor(this.signedIn, townId);
    if (!seat) throw notFound(field);
    return this.read(seat);
  }

  /** The desk that reads of a town what is read of many at once: across the towns where the actor reads so. Errors: as `readTown`. */
  readAmongTowns(townId: number): Promise<Desk> {
    const above = seatAbove(this.signedIn);
    const covers = above?.role === 'app_platform' || (above?.role === 'app_district' && above.towns.includes(townId));
    return above && covers ? this.read(above) : this.readTown(townId);
  }

  /** The desk that reads a town, or undefined where the actor does not hold the permission in it at all. */
  async readTownFor(permission: Permission, townId: number): Promise<Desk | undefined> {
    return holdsIn(this.signedIn, permission, townId) ? this.readTown(townId) : undefined;
  }

  /**
   * The desk that reads districts and towns themselves: above the towns, or in the actor's only town, or, for people of
   * several towns, in none.
   */
  readRegister(): Promise<Desk> {
    const { assignments, accountId } = this.signedIn;
    const above = seatAbove(this.signedIn);
    if (above) return this.read(above);
    const [town, ...others] = new Set(assignments.map((held) => held.townId));
    if (town !== undefined && others.length === 0) return this.read({ role: 'app_town', town });
    return this.read({ role: 'app_signin', account: accountId });
  }

  /** The desk that reads of a town what everybody may, whoever asks. */
  readPublic(town: number): Promise<Desk> {
    return this.read({ role: 'app_public', town });
  }

  /** The desk that reads what is told of applications: as at sign-in, for whoever is signed in. */
  readSignIn(): Promise<Desk> {
    return this.read({ role: 'app_signin', account: this.signedIn.accountId });
  }

  /**
   * Runs one mutation field as one transaction in a town (see `change`). Whether the actor may do it there is for the
   * verb to say. Errors: NOT_FOUND on `field` for a town in which the actor has no place.
   */
  changeTown<Payload extends object>(
    townId: number,
    field: string,
    operation: string,
    input: Keyed,
    work: (desk: Desk) => Promise<Payload>,
    manner?: Manner<Payload>,
  ): Promise<Payload> {
    if (!seatFor(this.signedIn, townId)) throw notFound(field);
    return change(this, { role: 'app_town', town: townId }, operation, input, work, manner);
  }

  /** Runs one mutation field of what is the viewer’s own above the towns, as `changeTown` does: at the desk of sign-in, for their account. */
  changeOwn<Payload extends object>(
    operation: string,
    input: Keyed,
    work: (desk: Desk) => Promise<Payload>,
    manner: Manner<Payload> = {},
  ): Promise<Payload> {
    return change(this, { role: 'app_signin', account: this.signedIn.accountId }, operation, input, work, manner);
  }

  /** Does a change in a turn of its own, beside which the operation reads in no transaction. */
  async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.endReading();
    const release = await this.turn();
    this.operation.changes = true;
    try {
      return await work();
    } finally {
      this.operation.changes = false;
      release();
    }
  }

  /** Ends the reading transactions: at the end of the operation, and before a mutation, whose payload is read afresh. */
  async endReading(): Promise<void> {
    const open = [...this.readings.values()];
    const permits = this.permits.splice(0);
    this.readings.clear();
    // What was read is already in the answer; a connection lost by now changes nothing in it.
    await Promise.allSettled(open.map(async (reading) => (await reading).close(true)));
    for (const release of await Promise.all(permits)) release();
  }

  /** Ends the operation: its answer is sent, and what still runs, because another field failed, reads nothing more. */
  async end(): Promise<void> {
    this.operation.over = true;
    await this.endReading();
  }

  /** Begins a transaction that reads. */
  protected open(seat: Seat): Promise<OpenDesk> {
    return openDesk(this.orm, seat, this.now, 'read');
  }

  private async read(seat: Seat): Promise<Desk> {
    const name = JSON.stringify(seat);
    let reading = this.readings.get(name);
    if (!reading) {
      if (this.operation.over) throw new Error('The operation is over');
      if (this.operation.changes) throw new Error('A change reads at its own desk only');
      const towns = [...this.readings.keys()].filter((open) => open.includes('app_town'));
      if (seat.role === 'app_town' && towns.length >= mostTowns) {
        throw new Refusal('LIMIT_EXCEEDED', 'tooManyTowns', { limit: 'towns', values: { most: mostTowns } });
      }
      const permit = this.permitFor(this.readings.size);
      reading = permit.then(() => this.open(seat));
      this.readings.set(name, reading);
    }
    return (await reading).desk;
  }

  /** What an operation that reads in so many transactions has to wait for before it begins another. */
  private permitFor(reading: number): Promise<unknown> {
    if (reading === 0) this.permits.push(this.turn());
    if (reading === 1) this.permits.push(this.turns.more());
    return Promise.all(this.permits);
  }

  private turn(): Promise<() => void> {
    // All who are not signed in take turns as one, so that however many they are, nobody else waits for them.
    const { accountId: account, assignments } = this.actor ?? { accountId: 'nobody', assignments: [] };
    return this.turns.first({ account, towns: [...new Set(assignments.map(({ townId }) => townId))] });
  }
}
