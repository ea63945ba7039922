import { Field, ID, InputType, Int } from 'type-graphql';
import { ReasonedInput } from '../restructurings/grounds.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { seenVersion, VersionedInput } from '../schema/step.input.ts';
import { RestructuringStepInput } from './step.input.ts';

@InputType()
abstract class DraftInput extends ReasonedInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which the tree is as the steps make it: past, today or ahead. Today unless told.',
  })
  effectiveOn?: string | null;
  @Field(() => [RestructuringStepInput], {
    description: 'The steps, done one after the other; at most 200, which name at most 3,000 units and teams together.',
  })
  steps: RestructuringStepInput[];
}

@InputType('DraftRestructuringInput', { description: 'A restructuring to draw up.' })
export class DraftRestructuringInput extends DraftInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
}

@InputType('ReviseDraftInput', { description: 'What a draft is to be instead.' })
export class ReviseDraftInput extends DraftInput {
  @Field(() => ID, { description: 'The draft.' })
  draft: string;
  @Field(() => Int, { nullable: true, description: seenVersion })
  expectedVersion?: number | null;
}

@InputType('DropDraftInput', { description: 'A draft to drop.' })
export class DropDraftInput extends VersionedInput {
  @Field(() => ID, { description: 'The draft.' })
  draft: string;
}

@InputType('ApplyDraftInput', { description: 'A draft to apply.' })
export class ApplyDraftInput extends VersionedInput {
  @Field(() => ID, { description: 'The draft.' })
  draft: string;
  @Field(() => String, {
    nullable: true,
    description:
      'The `fingerprint` of the difference that the caller was shown; refused with CONFLICT where applying would do something else by now.',
  })
  expectedDifference?: string | null;
}
