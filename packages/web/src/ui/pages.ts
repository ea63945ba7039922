/** A list as it comes, page by page: its rows are nodes, or stand in edges. */
export interface Pages {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  nodes?: readonly unknown[];
  edges?: readonly unknown[];
}

/** A query with a list in its answer, as useQuery gives it. */
export interface PagedQuery<Data> {
  data?: Data | undefined;
  error?: unknown;
  refetch: () => Promise<unknown>;
  fetchMore: (next: { variables: { after: string | null }; updateQuery: NextPage<Data> }) => Promise<unknown>;
}

type NextPage<Data> = <Answer extends Data>(before: Answer, more: { fetchMoreResult: Answer }) => Answer;

/**
 * Gives what adds the page that follows `after` to the list in an answer. The answer stays as it was where either has no such
 * list, or where another part of the page has put it there.
 */
export function withNextPage<Data>(
  listIn: (data: Data) => Pages | null | undefined,
  after: string | null,
): NextPage<Data> {
  return (before, { fetchMoreResult: next }) => {
    const joined = structuredClone(before);
    const [list, page] = [listIn(joined), listIn(next)];
    if (!list || !page || (list.pageInfo.endCursor ?? null) !== after) return before;
    const { nodes, edges } = list;
    Object.assign(list, page);
    if (nodes && page.nodes) list.nodes = [...nodes, ...page.nodes];
    if (edges && page.edges) list.edges = [...edges, ...page.edges];
    return joined;
  };
}
