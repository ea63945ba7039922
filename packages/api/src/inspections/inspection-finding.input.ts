import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { RequestAskedInput } from '../requests/request.input.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { StepInput } from '../schema/step.input.ts';
import { FindingKindEnum, InspectionFindingType } from './inspection-finding.type.ts';
import type { FindingKind } from './inspection-terms.ts';
import { InspectionFindingInput } from './round.input.ts';

const text = 'at most 2,000 characters. Nobody’s name';

@InputType('InspectionRequestInput', {
  description: 'As what request to raise it; what the finding says is what the request asks for.',
})
export class InspectionRequestInput extends RequestAskedInput {}

@InputType('AddInspectionFindingInput', { description: 'Something that was left out when a round was recorded.' })
export class AddInspectionFindingInput extends KeyedInput {
  @Field(() => ID, { description: 'The check.' })
  check: string;
  @Field(() => InspectionFindingInput, { description: 'What was found.' })
  finding: InspectionFindingInput;
}

@InputType()
abstract class FindingStepInput extends StepInput {
  @Field(() => ID, { description: 'The finding.' })
  finding: string;
}

@InputType('CorrectInspectionFindingInput', {
  description: 'What a finding should have said. What was written stays to be read.',
})
export class CorrectInspectionFindingInput extends FindingStepInput {
  @Field(() => FindingKindEnum, { nullable: true, description: 'What it is about; as before unless told.' })
  kind?: FindingKind | null;
  @Field(() => String, { description: `What it says, ${text}.` })
  text: string;
}

@InputType('FollowUpInspectionFindingInput', { description: 'How it goes on with a finding.' })
export class FollowUpInspectionFindingInput extends FindingStepInput {
  @Field(() => String, { description: `What is to be said of it, ${text}.` })
  note: string;
}

@InputType('MendInspectionFindingInput', { description: 'That a finding was mended.' })
export class MendInspectionFindingInput extends FindingStepInput {
  @Field(() => String, { description: `What was done, ${text}.` })
  done: string;
}

@InputType('RaiseInspectionFindingInput', { description: 'That a finding is raised as a request about the place.' })
export class RaiseInspectionFindingInput extends FindingStepInput {
  @Field(() => InspectionRequestInput, { description: 'As what request.' })
  request: InspectionRequestInput;
}

@InputType('ReopenInspectionFindingInput', { description: 'That a finding is to be mended again.' })
export class ReopenInspectionFindingInput extends FindingStepInput {
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@ObjectType('InspectionFindingPayload', { description: 'The finding as the step left it.' })
export class InspectionFindingPayload {
  @Field(() => InspectionFindingType, { description: 'The finding.' })
  finding: InspectionFindingType;
}
