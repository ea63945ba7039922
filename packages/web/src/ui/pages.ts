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

type NextPage<Data> = <Answer extends Data>(
  before: Answer,
  more: { fetchMoreResult: Answer; variables: { after?: string | null } },
) => Answer;

/**
 * Gives what adds the next page to the list in an answer. Where either has no such list the answer stays as it was, and
 * where the page follows another end than the list has, as one that two parts of the web have asked for at once does.
 */
export function withNextPage<Data>(listIn: (data: Data) => Pages | null | undefined): NextPage<Data> {
  return (before, { fetchMoreResult: next, variables }) => {
    const after = structuredClone(before);
    const [list, page] = [listIn(after), listIn(next)];
    if (!list || !page || list.pageInfo.endCursor !== variables.after) return before;
    const { nodes, edges } = list;
    Object.assign(list, page);
    if (nodes && page.nodes) list.nodes = [...nodes, ...page.nodes];
    if (edges && page.edges) list.edges = [...edges, ...page.edges];
    return after;
  };
}
