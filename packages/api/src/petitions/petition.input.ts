import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ConcernedInput, RequestPlaceInput } from '../requests/request.input.ts';
import { RequestType } from '../requests/request.type.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { StepInput } from '../schema/step.input.ts';
import { PetitionClassEnum, PetitionOutcomeEnum, PetitionType, PetitionWayEnum } from './petition.type.ts';
import type { PetitionClass, PetitionOutcome, PetitionWay } from './petition-states.ts';

const text = 'at most 2,000 characters';

@InputType('PetitionerInput', { description: 'Somebody who petitions.' })
export class PetitionerInput {
  @Field(() => String, { description: 'Their name.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'Their telephone number in China, mobile or fixed.' })
  telephone?: string | null;
  @Field(() => ID, { nullable: true, description: 'The household that they belong to, if it is known here.' })
  household?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether they speak for the others 代表; not unless told.' })
  representative?: boolean | null;
}

@InputType('PetitionPartyInput', {
  description: 'Whom it is about: a party outside on the town’s list, or another organisation by its name.',
})
export class PetitionPartyInput {
  @Field(() => ID, { nullable: true, description: 'The party outside; else give `organisation`.' })
  party?: string | null;
  @Field(() => String, { nullable: true, description: 'The organisation’s name, such as a developer’s. Nobody’s own.' })
  organisation?: string | null;
}

@InputType('RecordPetitionInput', { description: 'A petition that was received.' })
export class RecordPetitionInput extends KeyedInput {
  @Field(() => ID, { description: 'What it is about: a subject of the town that is in use on the day.' })
  subject: string;
  @Field(() => PetitionWayEnum, { description: 'How it was received.' })
  way: PetitionWay;
  @Field(() => PetitionClassEnum, { description: 'What kind it is.' })
  class: PetitionClass;
  @Field(() => String, { description: `What it asks for and why, ${text}. Personal data.` })
  matter: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The unit that deals with it, no block of an overlay; the town itself unless told.',
  })
  unit?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'The unit accused 被检举单位, of an accusation about one of the tree: neither it nor a unit under it deals with the petition, and none of their people sees it.',
  })
  accused?: string | null;
  @Field(() => [PetitionerInput], {
    description:
      'Who petitions, 1 to 100 of them. At most five speak for all; where several come in person, somebody has to.',
  })
  petitioners: PetitionerInput[];
  @Field(() => Int, {
    nullable: true,
    description: 'How many people it is from, with those who are not named; as many as are named unless told.',
  })
  people?: number | null;
  @Field(() => [PetitionPartyInput], { nullable: true, description: 'Whom it is about, at most 10 of them.' })
  parties?: PetitionPartyInput[] | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was received; today unless told.' })
  on?: string | null;
}

@InputType()
abstract class PetitionStepInput extends StepInput {
  @Field(() => ID, { description: 'The petition.' })
  petition: string;
}

@InputType('AddPetitionersInput', { description: 'People who join a petition.' })
export class AddPetitionersInput extends PetitionStepInput {
  @Field(() => [PetitionerInput], { description: 'Who they are, 1 to 100 of them; none of them speaks for all yet.' })
  petitioners: PetitionerInput[];
  @Field(() => Int, { nullable: true, description: 'From how many people it is now; so many more unless told.' })
  people?: number | null;
}

@InputType('ChooseRepresentativesInput', { description: 'Who speaks for all petitioners.' })
export class ChooseRepresentativesInput extends PetitionStepInput {
  @Field(() => [ID], { description: 'The petitioners who do, 1 to 5 of them; nobody else does any more.' })
  representatives: string[];
}

@InputType('AcceptPetitionInput', { description: 'A petition to accept, or to hand over.' })
export class AcceptPetitionInput extends PetitionStepInput {
  @Field(() => ID, { description: 'The person who deals with it.' })
  holder: string;
  @Field(() => PetitionClassEnum, {
    nullable: true,
    description:
      'What kind it is, where it was put down otherwise. What is no accusation names no unit accused any more.',
  })
  class?: PetitionClass | null;
  @Field(() => ID, { nullable: true, description: 'The unit accused, where it was put down otherwise or not at all.' })
  accused?: string | null;
}

@InputType('DeclinePetitionInput', { description: 'A petition not to accept.' })
export class DeclinePetitionInput extends PetitionStepInput {
  @Field(() => String, { description: `Why, and where the petitioners were told to turn to, ${text}.` })
  reason: string;
}

@InputType('TransferPetitionInput', { description: 'A petition to give to another unit or to the town.' })
export class TransferPetitionInput extends PetitionStepInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The unit that deals with it from then on, never the one accused or one under it; null is the town itself.',
  })
  unit?: string | null;
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@InputType('FormEmergencyGroupInput', { description: 'An emergency group 应急小组, or people to add to it.' })
export class FormEmergencyGroupInput extends PetitionStepInput {
  @Field(() => ID, { nullable: true, description: 'Who leads it; only where nobody does yet.' })
  lead?: string | null;
  @Field(() => [ID], { description: 'The others in it, at most 30 people.' })
  members: string[];
}

@InputType('HoldPetitionMeetingInput', { description: 'A meeting 协调会 that was held on the day of the step.' })
export class HoldPetitionMeetingInput extends PetitionStepInput {
  @Field(() => String, { nullable: true, description: 'Where, at most 100 characters. Nobody’s name.' })
  place?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Who of the town took part, at most 50 people.' })
  people?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Which of its petitioners took part.' })
  petitioners?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Which of its parties took part.' })
  parties?: string[] | null;
  @Field(() => String, { nullable: true, description: `What was agreed, ${text}; null where nothing was.` })
  agreed?: string | null;
}

@InputType('ExtendPetitionInput', { description: 'A deadline to extend, once.' })
export class ExtendPetitionInput extends PetitionStepInput {
  @Field(() => Int, { description: 'By how many days, 1 to 30.' })
  days: number;
  @Field(() => String, { description: `Why, as the petitioners were told, ${text}.` })
  reason: string;
}

@InputType('RaisePetitionRequestInput', { description: 'A request to raise out of a petition.' })
export class RaisePetitionRequestInput extends PetitionStepInput {
  @Field(() => ID, { nullable: true, description: 'What it is about; what the petition is about unless told.' })
  subject?: string | null;
  @Field(() => String, { description: `What is asked for, ${text}. Personal data where it is a household’s.` })
  description: string;
  @Field(() => ID, { nullable: true, description: 'The household whose request it is; else give `place`.' })
  household?: string | null;
  @Field(() => RequestPlaceInput, { nullable: true, description: 'The place that it is about; else give `household`.' })
  place?: RequestPlaceInput | null;
  @Field(() => ConcernedInput, { nullable: true, description: 'Whom it concerns beside its own household.' })
  concerns?: ConcernedInput | null;
}

@InputType('AnswerPetitionInput', { description: 'The answer to a petition.' })
export class AnswerPetitionInput extends PetitionStepInput {
  @Field(() => String, { description: `The answer 答复意见, ${text}.` })
  answer: string;
}

@InputType('ClosePetitionInput', { description: 'A petition to close.' })
export class ClosePetitionInput extends PetitionStepInput {
  @Field(() => PetitionOutcomeEnum, { description: 'How it ended.' })
  outcome: PetitionOutcome;
  @Field(() => String, { nullable: true, description: `What is to be said of it, ${text}.` })
  note?: string | null;
}

@InputType('WithdrawPetitionInput', { description: 'A petition that its petitioners withdraw.' })
export class WithdrawPetitionInput extends PetitionStepInput {
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@ObjectType('PetitionPayload', { description: 'The petition as the step left it.' })
export class PetitionPayload {
  @Field(() => PetitionType, { description: 'The petition.' })
  petition: PetitionType;
}

@ObjectType('PetitionRequestPayload', { description: 'What `raisePetitionRequest` did.' })
export class PetitionRequestPayload {
  @Field(() => PetitionType, { description: 'The petition.' })
  petition: PetitionType;
  @Field(() => RequestType, { description: 'The request.' })
  request: RequestType;
}
