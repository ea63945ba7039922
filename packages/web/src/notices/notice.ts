import type { TeamInFull } from '../teams/team.ts';

/** A notice as a board shows it. */
export type Notice = NonNullable<TeamInFull['notices']>[number];
