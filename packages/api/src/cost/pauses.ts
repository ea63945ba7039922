import type { Actor } from '../access/actor.ts';

/** Milliseconds that a caller waits after each refusal: some ten times what it took to find out. */
export const pauseAfterRefusal = 10;

/** How many times as long as it took to read a document that was not known a caller waits, so that reading takes a fifth of the time at the most. */
const timesReading = 4;
/** What takes no longer to read is taken as it comes, in milliseconds. */
export const quicklyRead = 5;

/**
 * Has whoever was refused, or sends ever new documents, wait before anything more of theirs is read, over however many connections they ask: refusals of one caller then
 * take a part of the processor, however many there are, and others are answered meanwhile. A process keeps it to itself.
 */
export class Pauses {
  readonly #lines = new Map<string, Line>();

  /** Waits for what is left of the caller's pauses, behind those who wait for them already. */
  async pass(actor: Actor | undefined): Promise<void> {
    const caller = nameOf(actor);
    const line = this.#lines.get(caller);
    if (line === undefined) return;
    if (line.isOver) this.#lines.delete(caller);
    else await line.wait();
  }

  /** Notes that something of the caller was refused, or took so many milliseconds to read. */
  note(actor: Actor | undefined, tookToRead?: number): void {
    const caller = nameOf(actor);
    const line = this.#lines.get(caller) ?? new Line();
    this.#lines.set(caller, line);
    line.pause(tookToRead === undefined ? pauseAfterRefusal : tookToRead * timesReading);
  }
}

/** Those of one caller who wait. They go on one by one, so that what is found of one holds up the next. */
class Line {
  #until = 0;
  readonly #waiting: (() => void)[] = [];

  get isOver(): boolean {
    return this.#waiting.length === 0 && this.#until <= performance.now();
  }

  pause(milliseconds: number): void {
    this.#until = Math.max(this.#until, performance.now() + milliseconds);
  }

  wait(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#waiting.push(resolve) === 1) this.#comeTo();
    });
  }

  /** Lets the first go once the pause is over, which may grow meanwhile. */
  #comeTo(): void {
    const left = this.#until - performance.now();
    if (left > 0) return void setTimeout(() => this.#comeTo(), left);
    this.#waiting.shift()?.();
    this.pause(pauseAfterRefusal);
    if (this.#waiting.length > 0) this.#comeTo();
  }
}

/**
 * Who waits: an application for each person that it acts for, so that no person has it wait for all others; and all for themselves that one account has
 * registered, so that many are no more than one.
 */
function nameOf(actor: Actor | undefined): string {
  if (!actor) return 'nobody';
  const { application, accountId } = actor;
  if (!application) return accountId;
  return application.forItself ? `for ${application.ownerId}` : `${application.id} ${accountId}`;
}
