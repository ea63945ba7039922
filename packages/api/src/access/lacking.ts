import type { Actor } from './actor.ts';
import type { Permission } from './permissions.ts';
import { holds, holdsIn } from './reach.ts';
import { scopes } from './scopes.ts';

/** Where an application can lack a permission, each with what it tells a client. The list is part of the contract. */
export const lackings = {
  REGISTRATION:
    'The application is not registered with it: add it by `reviseApplication`, which says all of the application anew, or under 我的应用 (My applications).',
  TOKEN: 'The token is not for it: ask for one with this scope.',
  CONSENT: 'The town has not consented to it; of what is asked of no one town, no town has.',
  PERSON: 'Whoever it acts for does not hold it there, in no town that has consented.',
  PEOPLE_ONLY: 'No application may have it.',
} as const;
export type Lacking = keyof typeof lackings;

/** A permission that an application lacks, and where. */
export interface Lacked {
  scope: Permission;
  in: readonly Lacking[];
}

/**
 * Where an application lacks permissions that were refused, in a town or, without one, in all that it reaches; undefined for people. It tells of the
 * consent of a town that has given one, as is told of all others by `NOT_FOUND` and `NOT_CONSENTED`.
 */
export function lackedBy(actor: Actor, asked: readonly Permission[], townId?: number): Lacked[] | undefined {
  const { application, ...person } = actor;
  if (!application) return undefined;
  const { consents } = application;
  const consented = townId === undefined ? [...consents.values()] : [consents.get(townId)];
  return asked.map((scope) => {
    if (!scopes.includes(scope)) return { scope, in: ['PEOPLE_ONLY'] };
    const holdsThemselves = townId === undefined ? holds(person, scope) : holdsIn(person, scope, townId);
    const places: Lacking[] = [
      ...(application.registered.has(scope) ? [] : ['REGISTRATION' as const]),
      ...(application.scopes.has(scope) ? [] : ['TOKEN' as const]),
      ...(consented.some((each) => each?.has(scope)) ? [] : ['CONSENT' as const]),
      ...(application.forItself || holdsThemselves ? [] : ['PERSON' as const]),
    ];
    // Whoever it acts for holds it elsewhere in the town.
    return { scope, in: places.length > 0 ? places : ['PERSON'] };
  });
}
