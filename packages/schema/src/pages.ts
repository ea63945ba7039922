/** A page of a list. */
export interface Connection<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** The objects of a list, asked for page after page. */
export async function* eachOf<Data, Node>(
  page: (after: string | null) => Promise<Data>,
  list: (data: Data) => Connection<Node> | null | undefined,
): AsyncGenerator<Node, void, void> {
  let after: string | null = null;
  do {
    const connection = list(await page(after));
    if (!connection) return;
    yield* connection.nodes;
    after = connection.pageInfo.hasNextPage ? (connection.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
}
