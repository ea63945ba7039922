import { setTimeout as pause } from 'node:timers/promises';
import type { NextFunction, Request, Response } from 'express';

/** Requests that are worked on, whether or not their clients still wait: HTTP knows no more of one whose client has left. */
export class UnderWay {
  readonly #responses = new Set<Response>();
  #over = () => {};

  /** Counts a request until its answer is given. */
  readonly count = (_request: Request, response: Response, next: NextFunction): void => {
    this.#responses.add(response);
    const end = response.end.bind(response);
    const counted = (...given: Parameters<typeof end>) => {
      this.#responses.delete(response);
      if (this.#responses.size === 0) this.#over();
      return end(...given);
    };
    Object.assign(response, { end: counted });
    next();
  };

  /** Waits until none is worked on any more, so many milliseconds at the most. */
  async end(longest: number): Promise<void> {
    if (this.#responses.size === 0) return;
    const late = new AbortController();
    const over = new Promise<void>((resolve) => {
      this.#over = resolve;
    });
    await Promise.race([over, pause(longest, undefined, { signal: late.signal }).catch(() => {})]);
    late.abort();
  }
}
