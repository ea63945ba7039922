import type { Desk } from './door.ts';

/**
 * Works something out once at a desk, however often an operation asks for it. The key is plain data that says all that
 * the answer depends on, but for the desk and whoever is asking.
 */
export async function loadOnce<Answer>(
  desk: Desk,
  key: readonly unknown[],
  work: () => Promise<Answer>,
): Promise<Answer> {
  return (await desk.once(JSON.stringify(key), work)) as Answer;
}
