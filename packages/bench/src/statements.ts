import { Client } from 'pg';
import type { Took } from './compare.ts';

/** A statement that the API sent, with its values and how long its answer took, in milliseconds. */
export interface Statement {
  text: string;
  values: unknown[];
  took: number;
}

/** Everything that the API sends to PostgreSQL while some work is done, what begins and ends transactions included. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const original = Client.prototype.query;
  Reflect.set(Client.prototype, 'query', function query(this: Client, ...args: unknown[]) {
    const began = performance.now();
    const answer: unknown = Reflect.apply(original, this, args);
    const [query, given] = args;
    const { text, values } = asked(query, given);
    if (answer instanceof Promise && text !== '') {
      const statement: Statement = { text, values, took: 0 };
      sent.push(statement);
      const end = () => {
        statement.took = performance.now() - began;
      };
      answer.then(end, end);
    }
    return answer;
  });
  try {
    await work();
  } finally {
    Reflect.set(Client.prototype, 'query', original);
  }
  return sent;
}

/** A statement is given by its text, or with the name under which it is prepared. */
function asked(query: unknown, given: unknown): { text: string; values: unknown[] } {
  if (typeof query === 'string') return { text: query, values: Array.isArray(given) ? given : [] };
  const { text, values }: { text?: unknown; values?: unknown } =
    typeof query === 'object' && query !== null ? query : {};
  return { text: typeof text === 'string' ? text : '', values: Array.isArray(values) ? values : [] };
}

/** Whether a statement reads, rather than begins, ends or sets up a transaction. */
export function isRead({ text }: Statement): boolean {
  return /^\s*(select|with)\b/i.test(text) && !/app\.enter/.test(text);
}

/** Does some work and tells how long it took, in all and in the database, in how many statements, what begins and ends included. */
export async function timed(work: () => Promise<unknown>): Promise<Took> {
  const began = performance.now();
  const sent = await statementsOf(work);
  const all = performance.now() - began;
  return { all, database: sent.reduce((sum, { took }) => sum + took, 0), statements: sent.length };
}
