import { defaultFieldResolver, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql';
import { Refusal } from '../errors.ts';
import type { Actor } from './actor.ts';
import { passes } from './reach.ts';

/** What needs to be known of an operation. */
interface Asking {
  actor: Actor | undefined;
}

/**
 * Closes the ways that lead on from a unit to applications that may not see the tree of its town. Everybody with a role in a town sees
 * its tree, so that no field asks again which unit it is that something is of; an application has what it was let, and where that is
 * no `unit:read`, it is told what the unit is called. Errors of such a field: FORBIDDEN.
 */
export function closeUnits(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Unit')) continue;
    for (const field of Object.values(type.getFields())) {
      if (isLeafType(getNamedType(field.type))) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (unit: { townId: number }, args, asking: Asking, info) => {
        if (asking.actor && !passes(asking.actor, 'unit:read', unit.townId)) {
          throw new Refusal('FORBIDDEN', 'forbidden');
        }
        return resolve(unit, args, asking, info);
      };
    }
  }
  return schema;
}
