import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { InspectionSquadType } from './squad.type.ts';

const squadName = 'Its name, at most 60 characters; no two squads have the same at a time.';
const members = 'Who is in it beside the head, at most 50 people of the town';

@InputType('FormInspectionSquadInput', { description: 'A squad to form.' })
export class FormInspectionSquadInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town.' })
  town: string;
  @Field(() => String, { description: squadName })
  name: string;
  @Field(() => ID, { description: 'Its head 组长, a person of the town.' })
  head: string;
  @Field(() => [ID], { nullable: true, description: `${members}.` })
  members?: string[] | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day from which it is there; today unless told.' })
  from?: string | null;
}

@InputType('ChangeInspectionSquadInput', {
  description: 'What a squad is called and who is in it from a day on. What is not told stays.',
})
export class ChangeInspectionSquadInput extends VersionedInput {
  @Field(() => ID, { description: 'The squad.' })
  squad: string;
  @Field(() => String, { nullable: true, description: squadName })
  name?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Its head 组长, a person of the town. Whoever was it before stays in it, unless `members` says otherwise.',
  })
  head?: string | null;
  @Field(() => [ID], { nullable: true, description: `${members}, all of them.` })
  members?: string[] | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of it, not before the last change; today unless told.',
  })
  from?: string | null;
}

@InputType('DisbandInspectionSquadInput', { description: 'A squad that is there no more.' })
export class DisbandInspectionSquadInput extends KeyedInput {
  @Field(() => ID, { description: 'The squad.' })
  squad: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day without it, not before the last change; today unless told.',
  })
  on?: string | null;
}

@ObjectType('InspectionSquadPayload', { description: 'The squad as the change left it.' })
export class InspectionSquadPayload {
  @Field(() => InspectionSquadType, { description: 'The squad.' })
  squad: InspectionSquadType;
}
