/** What the explorer keeps: until the page is left, and in no storage of the browser, since it may hold tokens and personal data. */
const kept = new Map<string, string>();

/** The same, as the explorer asks for it. */
export const memory = {
  get length() {
    return kept.size;
  },
  clear: () => kept.clear(),
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
  removeItem: (name: string) => void kept.delete(name),
};
