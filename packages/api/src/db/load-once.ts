import type { Desk } from './door.ts';

/** What is to be worked out, named by its key. */
interface Work {
  key: readonly unknown[];
  work: () => Promise<unknown>;
}

/**
 * Works something out once at a desk, however often an operation asks for it. The key is plain data that says all that
 * the answer depends on, but for the desk and whoever is asking.
 */
export async function loadOnce<Answer>(
  desk: Desk,
  key: readonly unknown[],
  work: () => Promise<Answer>,
): Promise<Answer> {
  // A loader tells its keys apart by what they say as JSON, in which a function says nothing.
  return (await desk.load(worked, { key, work })) as Answer;
}

function worked(_desk: Desk, all: readonly Work[]): Promise<unknown[]> {
  return Promise.all(all.map(({ work }) => work()));
}
