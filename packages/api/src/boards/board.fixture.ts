import type { ApiClient, Data } from '../../test/client.ts';

/** What everybody is told of a board. */
export const publicBoard = `query($code: String!) { publicBoard(code: $code) {
  code name town above promise numbers { label telephone }
  teams { name members { name role telephone photo } notices { title text } } } }`;

/** Publishes the board of a block. Returns its id and code. */
export async function publish(
  client: ApiClient,
  block: string,
  promise = '有求必应，三日内答复',
): Promise<{ id: string; code: string; version: number }> {
  return (await client.do('publishBoard', { block, promise }, 'board { id code version }')).board;
}

/** A board as somebody reads it, or nobody in particular. */
export async function read(client: ApiClient, code: string): Promise<Data> {
  return (await client.ask(publicBoard, { code })).publicBoard;
}
