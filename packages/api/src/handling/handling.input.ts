import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { RegisterCodeScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { ExternalPartyType, RequestLevelEnum, RequestSubjectType } from './handling.type.ts';
import type { RequestLevel } from './levels.ts';

const name = 'At most 60 characters, unique among those in use.';

@InputType('AddRequestSubjectInput', { description: 'A subject to put on a town’s list.' })
export class AddRequestSubjectInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: name })
  name: string;
}

@InputType('RenameRequestSubjectInput', { description: 'A new name for a subject.' })
export class RenameRequestSubjectInput extends KeyedInput {
  @Field(() => ID, { description: 'The subject.' })
  subject: string;
  @Field(() => String, { description: name })
  name: string;
}

@InputType('EndRequestSubjectInput', { description: 'A subject that is used no more, from today on.' })
export class EndRequestSubjectInput extends KeyedInput {
  @Field(() => ID, { description: 'The subject.' })
  subject: string;
}

@InputType('AddExternalPartyInput', { description: 'A party outside to put on a town’s list.' })
export class AddExternalPartyInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: name })
  name: string;
}

@InputType('RenameExternalPartyInput', { description: 'A new name for a party outside.' })
export class RenameExternalPartyInput extends KeyedInput {
  @Field(() => ID, { description: 'The party.' })
  party: string;
  @Field(() => String, { description: name })
  name: string;
}

@InputType('EndExternalPartyInput', { description: 'A party to which nothing is referred any more, from today on.' })
export class EndExternalPartyInput extends KeyedInput {
  @Field(() => ID, { description: 'The party.' })
  party: string;
}

@InputType('SetDeadlineInput', { description: 'How long a level has for requests.' })
export class SetDeadlineInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The subject; without one, the rule for all subjects that have none of their own.',
  })
  subject?: string | null;
  @Field(() => RequestLevelEnum, { description: 'The level.' })
  level: RequestLevel;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many working days, 0 to 365; 0 is the same day. Null takes a subject’s own rule away, so that the one for all holds again.',
  })
  workingDays?: number | null;
}

@ObjectType('RequestSubjectPayload', { description: 'The subject as the change left it.' })
export class RequestSubjectPayload {
  @Field(() => RequestSubjectType, { description: 'The subject.' })
  subject: RequestSubjectType;
}

@ObjectType('ExternalPartyPayload', { description: 'The party as the change left it.' })
export class ExternalPartyPayload {
  @Field(() => ExternalPartyType, { description: 'The party.' })
  party: ExternalPartyType;
}

@ObjectType('SetDeadlinePayload', { description: 'What `setDeadline` did.' })
export class SetDeadlinePayload {
  @Field(() => TownType, { description: 'The town with its rules.' })
  town: TownType;
}
