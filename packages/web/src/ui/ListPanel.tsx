import type { ReactNode } from 'react';
import { MoreButton } from './MoreButton.tsx';
import { Panel } from './Panel.tsx';
import type { PagedQuery, Pages } from './pages.ts';
import { Failed, Loading } from './States.tsx';

export interface ListProps<Data, Row> {
  title: string;
  extra?: ReactNode;
  /** What to say where there are none. */
  none: string;
  query: PagedQuery<Data>;
  /** Finds the list in an answer. */
  list: (data: Data) => (Pages & { nodes: readonly Row[] }) | null | undefined;
  /** Shows a row, under a key. */
  children: (row: Row) => ReactNode;
}

/** A titled list of records, with how many there are and a way to those that follow. */
export function ListPanel<Data, Row>({ title, extra, none, query, list, children }: ListProps<Data, Row>) {
  const { data, error, refetch } = query;
  const pages = data && list(data);
  if (!pages) return error ? <Failed error={error} retry={() => void refetch()} /> : data ? null : <Loading />;
  return (
    <Panel title={`${title} ${pages.totalCount}`} extra={extra} flush>
      {pages.nodes.length === 0 && <p className="hint padded">{none}</p>}
      {pages.nodes.map(children)}
      <MoreButton query={query} list={list} />
    </Panel>
  );
}
