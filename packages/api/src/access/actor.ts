import type { townRoles } from '../accounts/account.entity.ts';
import type { Permission } from './permissions.ts';

/** A role held in one town: on the whole town, on a unit with all under it, or on a team. */
export interface HeldAssignment {
  id: string;
  townId: number;
  /** APPLICATION where an application acts for itself, with what the town has consented to. */
  role: (typeof townRoles)[number] | 'APPLICATION';
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

/** An application that sends a request, for itself or for a person: it has of theirs what its token and the town both say. */
export interface ActingApplication {
  /** Its key; its global id is made of it. */
  id: string;
  name: string;
  /** The account that registered it. */
  ownerId: string;
  /** Whether nobody is behind it. */
  forItself: boolean;
  /** What it asks towns for today. */
  registered: ReadonlySet<Permission>;
  /** What its token is for. */
  scopes: ReadonlySet<Permission>;
  /** What towns have consented to, by town. */
  consents: ReadonlyMap<number, ReadonlySet<Permission>>;
}

/** Whoever sends a request: an account with what it holds today. */
export interface Actor {
  accountId: string;
  name: string;
  displayName: string;
  /** The town that opened the account, or that of whoever registered the application that acts for itself; null for none. */
  homeTown: number | null;
  assignments: readonly HeldAssignment[];
  offices: readonly HeldOffice[];
  /** What it is sent through; nothing for the platform's own page. */
  application?: ActingApplication;
}

/** As whom an account acts in a town; null where nobody has said. */
export function actingAs({ assignments }: Actor, town: number): string | null {
  return assignments.find(({ townId, personId }) => townId === town && personId !== null)?.personId ?? null;
}

/**
 * A person for whom an application acts: with the roles and offices that they hold, in those towns that have consented to it. Of an
 * office of the platform it has nothing, since no town decides about that.
 */
export function actingThrough(person: Actor, application: ActingApplication): Actor {
  const consented = (town: number) => application.consents.has(town);
  return {
    ...person,
    assignments: person.assignments.filter(({ townId }) => consented(townId)),
    offices: person.offices
      .map((office) => ({ ...office, towns: office.towns.filter(consented) }))
      .filter(({ towns }) => towns.length > 0),
    application,
  };
}
