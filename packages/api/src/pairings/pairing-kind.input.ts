import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { PairingKindType } from './pairing-kind.type.ts';

const kindName = 'Its name, at most 60 characters; no two kinds have the same at a time.';
const kindCategories =
  'The categories of household that call for it, at most 20. Only a sensitive kind may name a sensitive category.';

@InputType('AddPairingKindInput', { description: 'A kind of pairing to put on a town’s list.' })
export class AddPairingKindInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: kindName })
  name: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it says something about health or disability. Cannot be changed later; no unless told.',
  })
  sensitive?: boolean | null;
  @Field(() => [ID], { nullable: true, description: `${kindCategories} None unless told.` })
  categories?: string[] | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day from which it is there; today unless told.' })
  from?: string | null;
}

@InputType('RevisePairingKindInput', {
  description: 'What a kind of pairing is called and for whom it is from a day on. What is not told stays.',
})
export class RevisePairingKindInput extends VersionedInput {
  @Field(() => ID, { description: 'The kind.' })
  pairingKind: string;
  @Field(() => String, { nullable: true, description: kindName })
  name?: string | null;
  @Field(() => [ID], { nullable: true, description: kindCategories })
  categories?: string[] | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of it, not before the last change; today unless told.',
  })
  from?: string | null;
}

@InputType('EndPairingKindInput', { description: 'A kind under which no pairing is begun any more.' })
export class EndPairingKindInput extends VersionedInput {
  @Field(() => ID, { description: 'The kind.' })
  pairingKind: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day without it, not before the last change; today unless told.',
  })
  on?: string | null;
}

@ObjectType('PairingKindPayload', { description: 'The kind as the change left it.' })
export class PairingKindPayload {
  @Field(() => PairingKindType, { description: 'The kind.' })
  pairingKind: PairingKindType;
}
