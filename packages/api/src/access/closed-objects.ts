import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { forbidden } from '../errors.ts';
import type { Actor } from './actor.ts';
import { takenBy } from './objects.ts';
import type { Permission } from './permissions.ts';
import { holdsIn } from './reach.ts';

/** What needs to be known of an operation. */
interface Asking {
  actor: Actor | undefined;
}

/** What a change has made or left, which whoever made it is told. */
const ofChanges = /(Payload|^VisitSyncResult)$/;

/**
 * Asks of whatever object a field answers, alone or in a list, what its type takes (objects.ts), in the object's town: which objects lead to
 * it makes no difference. Without it the field is null, or, where it may not be, FORBIDDEN. How far a permission carries within the town is
 * for the resolvers.
 */
export function closeObjects(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || ofChanges.test(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      const permission = takenBy(getNamedType(field.type).name);
      if (!permission) continue;
      const closed = takenOf(field)
        ? (town: number) => {
            throw forbidden([permission], { town });
          }
        : () => null;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, asking: Asking, info) => {
        const answered: unknown = resolve(source, args, asking, info);
        const told = (each: unknown) => {
          const town = closedTown(asking.actor, permission, each);
          return town === undefined ? each : closed(town);
        };
        return answered instanceof Promise ? answered.then(told) : told(answered);
      };
    }
  }
  return schema;
}

/** What somebody needs to be answered by a field at all: what its objects take, where it may not be null instead. */
export function takenOf({ type }: Pick<GraphQLField<unknown, unknown>, 'type'>): Permission | undefined {
  return isNonNullType(type) ? takenBy(getNamedType(type).name) : undefined;
}

/** A town of what is answered in which the permission is missing; undefined where there is none. */
function closedTown(actor: Actor | undefined, permission: Permission, answered: unknown): number | undefined {
  const towns = new Set((Array.isArray(answered) ? answered : [answered]).map(townOf));
  return [...towns].find(
    (townId) => townId !== undefined && (actor === undefined || !holdsIn(actor, permission, townId)),
  );
}

function townOf(object: unknown): number | undefined {
  // What is not to be found among several that are asked for is told as such.
  if (object === null || object === undefined || object instanceof Error) return undefined;
  if (typeof object === 'object' && 'townId' in object && typeof object.townId === 'number') return object.townId;
  throw new Error('An object that takes a permission says of which town it is');
}
