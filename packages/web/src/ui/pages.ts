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

/** Gives what adds the next page to the list in an answer; where either has no such list, the answer stays as it was. */
export function withNextPage<Data>(listIn: (data: Data) => Pages | null | undefined): NextPage<Data> {
  return (before, { fetchMoreResult: next }) => {
    const after = structuredClone(before);
    const [list, page] = [listIn(after), listIn(next)];
    if (!list || !page) return before;
    const { nodes, edges } = list;
    Object.assign(list, page);
    if (nodes && page.nodes) list.nodes = [...nodes, ...page.nodes];
    if (edges && page.edges) list.edges = [...edges, ...page.edges];
    return after;
  };
}
