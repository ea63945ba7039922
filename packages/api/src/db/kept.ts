import type { Batch, Desk } from './door.ts';

/** The most that a process keeps of one kind of value and one database, in rows that the values were made of. */
const mostRows = 100_000;

interface Entry<Value> {
  version: number;
  value: Value;
  rows: number;
}

/** Values by name; what was not asked for longest goes first. */
class Kept<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  #rows = 0;

  /** What is kept under a name of a version; undefined where that is not. */
  find(name: string, version: number): Entry<Value> | undefined {
    const entry = this.#entries.get(name);
    if (entry?.version !== version) return undefined;
    // The order of the map is that in which its entries were used.
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    return entry;
  }

  /** Keeps a value, unless one of a later version is kept. */
  keep(name: string, entry: Entry<Value>): void {
    if ((this.#entries.get(name)?.version ?? 0) > entry.version) return;
    this.#drop(name);
    this.#entries.set(name, entry);
    this.#rows += entry.rows;
    for (const oldest of this.#entries.keys()) {
      if (this.#rows <= mostRows) break;
      this.#drop(oldest);
    }
  }

  #drop(name: string): void {
    this.#rows -= this.#entries.get(name)?.rows ?? 0;
    this.#entries.delete(name);
  }
}

/**
 * A batch of what follows from a town's tree alone, its teams included. Its values are kept for as long as the tree has the
 * same version: every change of it takes a new one in its own transaction (`lockTree`), so a transaction that reads, or one that
 * keeps others from changing the tree (`holdTree`), finds of a version what the database would say. All get the same values
 * and never change them.
 */
export function keptByTree<Key, Value>(
  batch: Batch<Key, Value>,
  { townOf, rowsOf }: { townOf(key: Key): number; rowsOf(value: Value): number },
): Batch<Key, Value> {
  /** By database: one process may have several. */
  const all = new WeakMap<object, Kept<Value>>();
  return async (desk: Desk, keys: readonly Key[]) => {
    const version = desk.treeVersion;
    if (version === undefined || keys.some((key) => townOf(key) !== desk.town)) return batch(desk, keys);
    const kept = all.get(desk.database) ?? new Kept<Value>();
    all.set(desk.database, kept);
    const named = keys.map((key) => ({ key, name: `${desk.town} ${JSON.stringify(key)}` }));
    const found = new Map(named.map(({ name }) => [name, kept.find(name, version)]));
    const missing = named.filter(({ name }) => !found.get(name));
    const loaded =
      missing.length > 0
        ? await batch(
            desk,
            missing.map(({ key }) => key),
          )
        : [];
    for (const [index, value] of loaded.entries()) {
      const name = missing[index]?.name ?? '';
      const entry = { version, value, rows: 1 + rowsOf(value) };
      kept.keep(name, entry);
      found.set(name, entry);
    }
    return named.map(({ name }) => {
      const entry = found.get(name);
      if (!entry) throw new Error(`The batch answered nothing for ${name}`);
      return entry.value;
    });
  };
}
