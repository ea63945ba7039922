/** Why the embedded PostgreSQL cannot be used, and what to do about it, in words for whoever started the program. */
export class EmbeddedServerError extends Error {
  override name = 'EmbeddedServerError';
}

/** Receives one line about a step that takes longer than a second. */
export type Progress = (message: string) => void;

/** Waits for a piece of work and tells about it when it takes longer than a second. */
export async function tellWhenSlow<T>(progress: Progress, message: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(progress, 1000, message);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/** The code of a system error such as `ENOENT`, or undefined for anything else. */
export function systemCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
