import { createClient } from 'graphql-sse';
import { expect, onTestFinished } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';

/** A subscription to the events of a town as it is heard, up to the end of the test: its events, why it was refused, and whether it has ended. */
export interface Heard {
  events: Data[];
  refused: Data[];
  ended: boolean;
  close: () => void;
}

/** Subscribes as somebody to the events of a town, with more arguments. Returns once it has begun or is refused. */
export async function listen(
  { url, token, language }: ApiClient,
  { code }: { code: string },
  more = '',
): Promise<Heard> {
  const headers = { 'accept-language': language, ...(token && { authorization: `Bearer ${token}` }) };
  const sse = createClient({ url: `${url}/graphql/stream`, headers, retryAttempts: 0 });
  const heard: Heard = { events: [], refused: [], ended: false, close: () => {} };
  const query = `subscription { events(town: "${code}"${more}) { cursor id event townCode object objectVersion happenedAt } }`;
  await new Promise<void>((begun) => {
    const end = () => {
      heard.ended = true;
      begun();
    };
    heard.close = sse.subscribe<Data>(
      { query },
      {
        next: ({ data, errors }) => {
          if (data) heard.events.push(data.events);
          heard.refused.push(...(errors ?? []).map(({ extensions }) => extensions));
        },
        error: end,
        complete: end,
      },
      { connected: () => begun() },
    );
  });
  onTestFinished(heard.close);
  return heard;
}

/** Waits until a subscription has told of these objects and no others, in their order. */
export const told = (heard: Heard) =>
  expect.poll(() => heard.events.map(({ event, object }) => [event, object]), { timeout: 9000 });

/** Waits until a subscription has ended. Returns why it was refused: the code and the field. */
export async function refusalOf(heard: Heard): Promise<[string, string | undefined][]> {
  await expect.poll(() => heard.ended, { timeout: 4000 }).toBe(true);
  return heard.refused.map(({ code, field }) => [code, field]);
}
