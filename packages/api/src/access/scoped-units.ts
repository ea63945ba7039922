import {
  defaultFieldResolver,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { forbidden } from '../errors.ts';
import type { Actor } from './actor.ts';
import type { Permission } from './permissions.ts';
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
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const permission = takenFromUnit(type, field);
      if (!permission) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (unit: { townId: number }, args, asking: Asking, info) => {
        if (asking.actor && !passes(asking.actor, permission, unit.townId)) {
          throw forbidden([permission], { town: unit.townId });
        }
        return resolve(unit, args, asking, info);
      };
    }
  }
  return schema;
}

/** What it takes to go on from a unit by a field of its type; undefined for what it is called, and for what is no unit. */
export function takenFromUnit(
  type: GraphQLCompositeType,
  { type: answered }: Pick<GraphQLField<unknown, unknown>, 'type'>,
): Permission | undefined {
  const isUnit =
    type.name === 'Unit' || (!isUnionType(type) && type.getInterfaces().some(({ name }) => name === 'Unit'));
  return isUnit && !isLeafType(getNamedType(answered)) ? 'unit:read' : undefined;
}
