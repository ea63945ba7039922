import pg from 'pg';
import { PreparedNames } from './prepared-names.ts';

/** The same on every connection of this process. */
const names = new PreparedNames();

/** A connection to PostgreSQL on which a statement that comes again, with whatever values, is parsed and planned only once. */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    Object.assign(this, {
      query: (text: unknown, values: unknown, ...more: unknown[]): unknown => {
        const name = typeof text === 'string' && Array.isArray(values) ? names.nameOf(text, values) : undefined;
        const asked = name === undefined ? [text, values, ...more] : [{ name, text, values }, ...more];
        return Reflect.apply(pg.Client.prototype.query, this, asked);
      },
    });
  }
}
