import type { Desk } from '../db/door.ts';

/** What a job is about: ids of rows by name, and never anything that is written in them. */
export type Ids = Readonly<Record<string, string>>;

/** A kind of work that is done outside any request, at a desk of one town, of the platform or of sign-in. */
export interface Task<About extends Ids = Ids> {
  /** Its name in the queue; jobs outlive versions, so it stays. */
  readonly name: string;
  readonly seat: 'app_town' | 'app_platform' | 'app_signin' | 'app_sandbox';
  /** Whether a round goes through the towns of the sandbox alone. */
  readonly inSandbox?: boolean;
  /**
   * Does one job in one transaction. It can come again after it was done, when a process ended before it could say so,
   * and it can come late: it looks at what is so now. What it throws brings it back later.
   */
  run(desk: Desk, about: About): Promise<unknown>;
}

/** A kind of work that takes long and opens desks of its own, as many as it takes. Else it is as a task. */
export interface Undertaking {
  readonly name: string;
  readonly seat: 'none';
  /** Does one job, of the town in which it was added. It ends soon where `stopping` says that the process does. */
  undertake(job: { town: number | undefined; about: Ids }, stopping: AbortSignal): Promise<void>;
}

/** When a task is done, as in a crontab, in Asia/Shanghai. Days of the week are no working days: a task asks its town. */
interface Times {
  minutes: string;
  /** Every hour where it is left out. */
  hours?: string;
  /** Days of the week, 0 being Sunday. */
  days?: string;
}

/** A task and when it is done, in every town if it is one of towns; without times, when a job of it is added. */
export interface Planned extends Partial<Times> {
  task: Task | Undertaking;
}

/** A task at a desk of the town in which its job was added, or of every town in turn where it has a time. */
export function townTask<About extends Ids = Record<never, string>>(
  name: string,
  run: Task<About>['run'],
): Task<About> {
  return { name, seat: 'app_town', run };
}

/** A task at a desk of every town of the sandbox in turn: as its people, or where it begins anew. */
export function sandboxTask(name: string, seat: 'app_town' | 'app_sandbox', run: Task['run']): Task {
  return { name, seat, inSandbox: true, run };
}

/** A task at the platform's desk. */
export function platformTask(name: string, run: Task['run']): Task {
  return { name, seat: 'app_platform', run };
}

/** A task at the desk of sign-in, for no account. */
export function signInTask(name: string, run: Task['run']): Task {
  return { name, seat: 'app_signin', run };
}
