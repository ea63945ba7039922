import { expect } from 'vitest';
import type { Purpose } from '../src/audit/purpose.ts';

/** What an operation answered. Tests read data by path, so it is loosely typed here and nowhere else. */
// biome-ignore lint/suspicious/noExplicitAny: a test asserts on the values it reads
export type Data = any;

export interface Answer {
  status: number;
  data: Data;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string; field?: string } & Data }[];
  extensions: Data;
}

/** Somebody who talks to the public GraphQL API over HTTP. */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly token: string | undefined,
    readonly language = 'en',
  ) {}

  /** Sends an operation, with further headers, and returns whatever is answered. */
  async send(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': this.language,
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Data; errors?: Answer['errors']; extensions?: Data };
    return { status: response.status, data: body.data, errors: body.errors ?? [], extensions: body.extensions };
  }

  /** Sends an operation that must succeed and returns its data. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.send(query, variables);
    expect(errors).toEqual([]);
    return data;
  }

  /** Runs one mutation that must succeed and returns its payload; `selection` is what to read of it, `purpose` what for. */
  async do(name: string, input: Record<string, unknown>, selection: string, purpose?: Purpose): Promise<Data> {
    return (await this.ask(mutation(name, selection, purpose), { input }))[name];
  }

  /** Runs one mutation that must be refused and returns code and field of the refusal. */
  async refused(
    name: string,
    input: Record<string, unknown>,
    purpose?: Purpose,
  ): Promise<{ code: string; field?: string }> {
    const { data, errors } = await this.send(mutation(name, '__typename', purpose), { input });
    expect(data?.[name] ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    const { code, field } = errors[0]?.extensions ?? { code: 'none' };
    return field === undefined ? { code } : { code, field };
  }
}

function mutation(name: string, selection: string, purpose?: Purpose): string {
  const input = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const directive = purpose === undefined ? '' : `@purpose(of: ${purpose})`;
  return `mutation Do($input: ${input}) ${directive} { ${name}(input: $input) { ${selection} } }`;
}
