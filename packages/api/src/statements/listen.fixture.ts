import { Client } from 'pg';
import { vi } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';

/** Runs an operation and lists the statements it sends, those of authentication, of budgets and of the transaction left out. */
export async function statements(
  client: ApiClient,
  query: string,
  variables: Record<string, unknown>,
): Promise<string[]> {
  return (await listen(client, query, variables)).sent;
}

/** Runs an operation as often as it takes to be answered for a known token, and tells what it answers and sends. */
export async function listen(
  client: ApiClient,
  query: string,
  variables: Record<string, unknown>,
): Promise<{ data: Data; sent: string[] }> {
  for (;;) {
    await client.ask('{ viewer { account { name } } }');
    const sent: string[] = [];
    const spy = vi.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...args: unknown[]) {
      const [query] = args;
      const text = typeof query === 'string' ? query : (query as { text?: string }).text;
      if (text) sent.push(text);
      return original.apply(this, args as never) as never;
    });
    const data = await client.ask(query, variables);
    spy.mockRestore();
    if (sent.length === 0)
      throw new Error('Nothing was heard: statements are sent by another way than this listens to');
    // On a busy machine who the token speaks for may be forgotten in between, and looked up again.
    if (sent.some((text) => text.includes('from oidc_record'))) continue;
    return {
      data,
      sent: sent.filter(
        (text) => !/^(begin|start|commit|rollback|set|select (app\.enter|pg_notify|taken, taken_in))/i.test(text),
      ),
    };
  }
}
const original = Client.prototype.query;
