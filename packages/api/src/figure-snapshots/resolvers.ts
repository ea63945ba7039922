import {
  FigureClosedResolver,
  FigureSnapshotResolver,
  SnapshotFigureResolver,
  TownSnapshotsResolver,
} from './figure-snapshot.resolver.ts';
import { SnapshotMutations } from './snapshot-mutations.resolver.ts';

/** All that resolves what the schema says of closed periods. */
export const resolvers = [
  FigureClosedResolver,
  FigureSnapshotResolver,
  SnapshotFigureResolver,
  SnapshotMutations,
  TownSnapshotsResolver,
];
