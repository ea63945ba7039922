import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { PersonType } from '../people/person.type.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';

@ObjectType('Publication', {
  description:
    'That somebody agreed to be shown on the boards of their teams’ blocks 同意公示, by name and with what stands here.',
})
export class PublicationType {
  townId: number;
  personUuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => DateScalar, { description: 'The day on which they agreed.' })
  agreedOn: string;
}

@InputType('AgreeToPublicationInput', { description: 'What somebody agreed to have shown on boards.' })
export class AgreeToPublicationInput extends KeyedInput {
  @Field(() => ID, { description: 'The person. What they agreed to before is over.' })
  person: string;
  @Field(() => String, {
    nullable: true,
    description: 'The telephone number that everybody may see; none unless told.',
  })
  telephone?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A photograph of theirs that the caller has added, or that they agreed to before; none unless told.',
  })
  photo?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which they agreed, not ahead; today unless told.',
  })
  agreedOn?: string | null;
}

@InputType('EndPublicationInput', { description: 'Somebody who is not to be shown on boards any more.' })
export class EndPublicationInput extends KeyedInput {
  @Field(() => ID, { description: 'The person. Telephone and photograph are deleted.' })
  person: string;
}

@ObjectType('PublicationPayload', { description: 'What a change of what somebody agreed to did.' })
export class PublicationPayload {
  @Field(() => PersonType, { description: 'The person.' })
  person: PersonType;
  @Field(() => PublicationType, { nullable: true, description: 'What they agree to now; null for nothing.' })
  publication: PublicationType | null;
}
