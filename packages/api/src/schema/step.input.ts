import { Field, InputType, Int } from 'type-graphql';
import { KeyedInput } from './keyed.input.ts';
import { DateScalar } from './scalars.ts';

/** What `expectedVersion` is in every input that has it. */
export const seenVersion = 'The `version` that the caller saw; refused with CONFLICT where it has changed since.';

/** What the input of a change has where others may have changed the same since the caller saw it. */
@InputType()
export abstract class VersionedInput extends KeyedInput {
  @Field(() => Int, { nullable: true, description: seenVersion })
  expectedVersion?: number | null;
}

/** What the input of a step has, with what is handled step by step. */
@InputType()
export abstract class StepInput extends VersionedInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was done: not ahead, not before the last step; today unless told.',
  })
  on?: string | null;
}
