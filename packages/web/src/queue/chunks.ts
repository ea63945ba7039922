/** What the platform takes at once: visits, and bytes of JSON, well below the megabyte of a request. */
const most = { visits: 50, bytes: 600_000 };

/** Cuts what is to be sent into parts that the platform takes at once, in order. */
export function chunksOf<Item>(items: readonly Item[], sent: (item: Item) => unknown): Item[][] {
  const chunks: Item[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = new TextEncoder().encode(JSON.stringify(sent(item))).length;
    const last = chunks.at(-1);
    if (last && last.length < most.visits && bytes + size <= most.bytes) {
      last.push(item);
      bytes += size;
    } else {
      chunks.push([item]);
      bytes = size;
    }
  }
  return chunks;
}
