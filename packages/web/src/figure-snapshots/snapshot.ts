import type { FigureSnapshotQuery, SnapshotRowFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

// What a line shows of the closing of a period.
graphql(`
  fragment SnapshotRow on FigureSnapshot {
    id
    length
    period { first last }
    number
    closedAt
    closedBy
    reopenedAt
    reopenedBy
    reopenedBecause
  }
`);

export const SNAPSHOTS = graphql(`
  query FigureSnapshots($code: RegisterCode!, $after: String) {
    town(code: $code) {
      id
      figureSnapshots(first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...SnapshotRow }
      }
    }
  }
`);

export const SNAPSHOT = graphql(`
  query FigureSnapshot($id: ID!, $everywhere: Boolean!, $changed: Boolean, $after: String) {
    figureSnapshot(id: $id) {
      ...SnapshotRow
      figures(everywhere: $everywhere, changed: $changed, first: 100, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          indicator { code name englishName time isRate perHundred }
          unit
          organizationKind
          name
          numerator
          denominator
          rounded
          changed
          today { numerator denominator rounded }
        }
      }
    }
  }
`);

export type SnapshotRow = SnapshotRowFragment;
export type Snapshot = NonNullable<FigureSnapshotQuery['figureSnapshot']>;
export type KeptFigure = Snapshot['figures']['nodes'][number];
