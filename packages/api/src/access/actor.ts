import type { townRoles } from '../accounts/account.entity.ts';

/** A role held in one town: on the whole town, on a unit with all under it, or on a team. */
export interface HeldAssignment {
  id: string;
  townId: number;
  role: (typeof townRoles)[number];
  unitId: string | null;
  teamId: string | null;
  /** As whom the account acts in the town. */
  personId: string | null;
}

/** An office above the towns: of one district, or, with null, of the platform. */
export interface HeldOffice {
  id: string;
  districtCode: string | null;
  /** The towns that belong to the district today; empty for the platform. */
  towns: readonly number[];
}

/** Whoever sends a request: an account with what it holds today. */
export interface Actor {
  accountId: string;
  name: string;
  displayName: string;
  assignments: readonly HeldAssignment[];
  offices: readonly HeldOffice[];
}
