import type { ApiClient, Data } from './client.ts';

/** Takes a step with something, by its id. Returns what is selected of it. */
type TakeStep = (
  client: ApiClient,
  verb: string,
  id: string,
  input?: Record<string, unknown>,
  selection?: string,
) => Promise<Data>;

/** How steps are taken with what inputs and payloads call by a name: `request`, `petition`. */
export function stepsWith(name: string, usual = 'state'): TakeStep {
  return async (client, verb, id, input = {}, selection = usual) =>
    (await client.do(verb, { [name]: id, ...input }, `${name} { ${selection} }`))[name];
}
