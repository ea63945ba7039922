import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { RequestAskedInput } from '../requests/request.input.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { StepInput } from '../schema/step.input.ts';
import type { FindingKind } from './finding-states.ts';
import { FindingKindEnum, PatrolFindingType } from './patrol-finding.type.ts';

const text = 'at most 2,000 characters';
const photos = 'Photographs of the place that the caller has added, at most 9.';

@InputType('PatrolRequestInput', {
  description: 'As what request to raise it; what it says is what the request asks for.',
})
export class PatrolRequestInput extends RequestAskedInput {}

@InputType('PatrolPassingInput', { description: 'To whom outside it is passed.' })
export class PatrolPassingInput {
  @Field(() => ID, { description: 'A party outside of the town’s list that is in use on the day.' })
  party: string;
  @Field(() => String, { nullable: true, description: `What is said with it, ${text}.` })
  note?: string | null;
}

@InputType('PatrolFindingInput', {
  description:
    'Something that a patrol brought up, with at most one of what became of it at once: `actedOn`, `request`, `passedOn` or `notAdopted`.',
})
export class PatrolFindingInput {
  @Field(() => FindingKindEnum, { description: 'What it is.' })
  kind: FindingKind;
  @Field(() => String, { description: `What it says, ${text}.` })
  text: string;
  @Field(() => String, { nullable: true, description: 'Where it is, at most 100 characters. Nobody’s name.' })
  place?: string | null;
  @Field(() => [ID], { nullable: true, description: photos })
  photos?: string[] | null;
  @Field(() => String, { nullable: true, description: `What was done about it at once, ${text}.` })
  actedOn?: string | null;
  @Field(() => PatrolRequestInput, { nullable: true, description: 'That it is raised as a request.' })
  request?: PatrolRequestInput | null;
  @Field(() => PatrolPassingInput, { nullable: true, description: 'That it is passed to a party outside.' })
  passedOn?: PatrolPassingInput | null;
  @Field(() => String, { nullable: true, description: `Why it is not adopted, ${text}.` })
  notAdopted?: string | null;
}

@InputType('AddPatrolFindingInput', { description: 'Something that was left out when a patrol was recorded.' })
export class AddPatrolFindingInput extends KeyedInput {
  @Field(() => ID, { description: 'The patrol.' })
  patrol: string;
  @Field(() => PatrolFindingInput, { description: 'What it brought up.' })
  finding: PatrolFindingInput;
}

@InputType()
abstract class FindingStepInput extends StepInput {
  @Field(() => ID, { description: 'What the patrol brought up.' })
  finding: string;
}

@InputType('CorrectPatrolFindingInput', { description: 'What it should have said. What was written stays to be read.' })
export class CorrectPatrolFindingInput extends FindingStepInput {
  @Field(() => String, { description: `What it says, ${text}.` })
  text: string;
  @Field(() => String, { nullable: true, description: 'Where it is, at most 100 characters; nowhere unless told.' })
  place?: string | null;
}

@InputType('ActOnPatrolFindingInput', { description: 'That it was acted on.' })
export class ActOnPatrolFindingInput extends FindingStepInput {
  @Field(() => String, { description: `What was done, ${text}.` })
  done: string;
  @Field(() => [ID], { nullable: true, description: photos })
  photos?: string[] | null;
}

@InputType('RaisePatrolFindingInput', { description: 'That it is raised as a request, with its photographs.' })
export class RaisePatrolFindingInput extends FindingStepInput {
  @Field(() => PatrolRequestInput, { description: 'As what request.' })
  request: PatrolRequestInput;
}

@InputType('PassOnPatrolFindingInput', { description: 'That it is passed to a party outside.' })
export class PassOnPatrolFindingInput extends FindingStepInput {
  @Field(() => PatrolPassingInput, { description: 'To whom.' })
  passing: PatrolPassingInput;
}

@InputType('DeclinePatrolFindingInput', { description: 'That it is not adopted.' })
export class DeclinePatrolFindingInput extends FindingStepInput {
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@InputType('FollowUpPatrolFindingInput', { description: 'How it went on.' })
export class FollowUpPatrolFindingInput extends FindingStepInput {
  @Field(() => String, { description: `What is to be said of it, ${text}.` })
  note: string;
  @Field(() => [ID], { nullable: true, description: photos })
  photos?: string[] | null;
}

@InputType('ReopenPatrolFindingInput', { description: 'That it is to be dealt with again.' })
export class ReopenPatrolFindingInput extends FindingStepInput {
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@ObjectType('PatrolFindingPayload', { description: 'What the patrol brought up, as the step left it.' })
export class PatrolFindingPayload {
  @Field(() => PatrolFindingType, { description: 'What the patrol brought up.' })
  finding: PatrolFindingType;
}
