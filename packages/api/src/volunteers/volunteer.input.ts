import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { seenVersion } from '../schema/step.input.ts';
import { VolunteerType } from './volunteer.type.ts';

@InputType('RegisterVolunteerInput', { description: 'A person who becomes a volunteer, or is one again.' })
export class RegisterVolunteerInput extends KeyedInput {
  @Field(() => ID, { description: 'The person.' })
  person: string;
  @Field(() => ID, {
    description: 'The unit whose officers and team keep their points, no block of an overlay.',
  })
  unit: string;
}

@InputType('ReviseVolunteerInput', {
  description: 'Of which unit a volunteer is from today on, and whether they are one still.',
})
export class ReviseVolunteerInput extends KeyedInput {
  @Field(() => ID, { description: 'The volunteer.' })
  volunteer: string;
  @Field(() => ID, { description: 'The unit, no block of an overlay.' })
  unit: string;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether they are none any more from today on: they sign up for nothing more, and can spend what they have. They are one still unless told.',
  })
  ended?: boolean | null;
  @Field(() => Int, { nullable: true, description: seenVersion })
  expectedVersion?: number | null;
}

@ObjectType('VolunteerPayload', { description: 'The volunteer as the change left them.' })
export class VolunteerPayload {
  @Field(() => VolunteerType, { description: 'The volunteer.' })
  volunteer: VolunteerType;
}

@InputType('VolunteerFilter', { description: 'Which volunteers: those for whom all holds that is told.' })
export class VolunteerFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  name?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this unit today, or of one under it.' })
  unit?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether they are none any more.' })
  ended?: boolean | null;
}

@ArgsType()
export class VolunteersArgs extends PageArgs {
  @Field(() => VolunteerFilter, { nullable: true, description: 'Which to list.' })
  filter?: VolunteerFilter | null;
}
