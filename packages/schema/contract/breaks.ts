import { BreakingChangeType, findBreakingChanges, type GraphQLSchema, isObjectType } from 'graphql';
import { readDeprecation } from './deprecation.ts';

/** A break with the last released contract that was decided on, and why. */
export interface Decided {
  change: string;
  why: string;
}

/** The breaks with a released contract, in words, but for fields whose deprecation said that they may be gone by today. */
export function breaksWith(released: GraphQLSchema, schema: GraphQLSchema, today: string): string[] {
  return findBreakingChanges(released, schema)
    .filter(
      ({ type, description }) => type !== BreakingChangeType.FIELD_REMOVED || !wasTold(released, description, today),
    )
    .map(({ description }) => description);
}

/** Whether the field that a description begins with, as `Type.field was removed.`, was deprecated until a day that is there. */
function wasTold(released: GraphQLSchema, description: string, today: string): boolean {
  const [type = '', field = ''] = (description.split(' ')[0] ?? '').split('.');
  const owner = released.getType(type);
  const reason = isObjectType(owner) ? owner.getFields()[field]?.deprecationReason : undefined;
  const deprecation = reason == null ? undefined : readDeprecation(reason);
  return deprecation !== undefined && deprecation.until <= today;
}
