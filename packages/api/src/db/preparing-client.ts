import pg from 'pg';

/** Statements that each connection keeps prepared at the most; one takes some tens of kilobytes of the server's memory. */
const mostPrepared = 300;
/** Entries of a list with which a statement is not prepared. */
const longList = 100;
/** Texts that are remembered to see whether they come again. */
const mostSeen = 5000;

/** The names of the statements that are prepared, by their texts: the same on every connection of this process. */
const names = new Map<string, string>();
const seenOnce = new Set<string>();

/**
 * A connection to PostgreSQL on which a statement that comes again, with whatever values, is parsed and planned only once. A text
 * that differs each time, as one with its values in it, is not kept. Nor is one with a long list: the plan that is kept is made for any list,
 * takes it for ten entries, and may search all of it for each row.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    Object.assign(this, {
      query: (text: unknown, values: unknown, ...more: unknown[]): unknown => {
        const prepared = typeof text === 'string' && Array.isArray(values) && !values.some(isLong);
        const name = prepared ? nameOf(text) : undefined;
        const asked = name === undefined ? [text, values, ...more] : [{ name, text, values }, ...more];
        return Reflect.apply(pg.Client.prototype.query, this, asked);
      },
    });
  }
}

const isLong = (value: unknown) => Array.isArray(value) && value.length > longList;

/** The name of a statement that has come before, as long as there is room for it. */
function nameOf(text: string): string | undefined {
  const name = names.get(text);
  if (name !== undefined || names.size >= mostPrepared) return name;
  if (!seenOnce.delete(text)) {
    if (seenOnce.size >= mostSeen) seenOnce.clear();
    seenOnce.add(text);
    return undefined;
  }
  const given = `kept-${names.size + 1}`;
  names.set(text, given);
  return given;
}
