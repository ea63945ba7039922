/** Statements that each connection keeps prepared at the most; one takes some tens of kilobytes of the server's memory. */
const mostPrepared = 300;
/** Entries of a list with which a statement is planned anew each time. */
const longList = 100;
/** Texts that are remembered to see whether they come again. */
const mostSeen = 5000;

/**
 * The names of the statements that are prepared, by their texts. One whose text differs each time, as with its values in it, is not kept. One
 * with a long list is not prepared: the plan that is kept is made for any list, takes it for ten entries, and may search all of it for each row.
 */
export class PreparedNames {
  readonly #names = new Map<string, string>();
  readonly #seenOnce = new Set<string>();

  /** The name of a statement that has come before, as long as there is room for it. */
  nameOf(text: string, values: readonly unknown[]): string | undefined {
    if (values.some((value) => Array.isArray(value) && value.length > longList)) return undefined;
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= mostPrepared) return name;
    if (!this.#seenOnce.delete(text)) {
      if (this.#seenOnce.size >= mostSeen) this.#seenOnce.clear();
      this.#seenOnce.add(text);
      return undefined;
    }
    const given = `kept-${this.#names.size + 1}`;
    this.#names.set(text, given);
    return given;
  }
}
