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

/** Each answer by itself, or what it failed with: what is refused to one field is no matter of those beside it. */
function worked(_desk: Desk, all: readonly Work[]): Promise<unknown[]> {
  const failed = (fault: unknown) => (fault instanceof Error ? fault : new Error(String(fault)));
  return Promise.all(all.map(({ work }) => work().catch(failed)));
}
