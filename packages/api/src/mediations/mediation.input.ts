import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { StepInput } from '../schema/step.input.ts';
import { KeepingEnum, MediationEndEnum, MediationStateEnum, MediationType } from './mediation.type.ts';
import type { Keeping, MediationEnd, MediationState } from './mediation-states.ts';

const text = 'at most 2,000 characters';

@InputType('MediationPartyInput', { description: 'One of those at odds: exactly one of what follows.' })
export class MediationPartyInput {
  @Field(() => ID, { nullable: true, description: 'A household.' })
  household?: string | null;
  @Field(() => ID, { nullable: true, description: 'A resident.' })
  resident?: string | null;
  @Field(() => String, { nullable: true, description: 'The name of somebody else. Personal data.' })
  otherName?: string | null;
}

@InputType('BeginMediationInput', { description: 'A mediation to begin.' })
export class BeginMediationInput extends KeyedInput {
  @Field(() => ID, { description: 'What it is about: a subject of the town that is in use on the day.' })
  subject: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The unit where it is held, no block of an overlay; the town itself unless told.',
  })
  unit?: string | null;
  @Field(() => String, { description: `What they are at odds about, ${text}. Personal data.` })
  matter: string;
  @Field(() => [MediationPartyInput], { description: 'Those at odds, 2 to 20.' })
  parties: MediationPartyInput[];
  @Field(() => [ID], { description: 'The people who mediate, 1 to 10.' })
  mediators: string[];
  @Field(() => ID, { nullable: true, description: 'The request out of which it came.' })
  request?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it began; today unless told.' })
  on?: string | null;
}

@InputType()
abstract class MediationStepInput extends StepInput {
  @Field(() => ID, { description: 'The mediation.' })
  mediation: string;
}

@InputType('NameMediatorsInput', { description: 'Who mediates from then on, and nobody else.' })
export class NameMediatorsInput extends MediationStepInput {
  @Field(() => [ID], { description: 'The people, 1 to 10.' })
  mediators: string[];
}

@InputType('AddMediationPartiesInput', { description: 'Further parties of a mediation.' })
export class AddMediationPartiesInput extends MediationStepInput {
  @Field(() => [MediationPartyInput], { description: 'Who they are; at most 20 are at odds at a time.' })
  parties: MediationPartyInput[];
}

@InputType('ReleaseMediationPartiesInput', { description: 'Parties that leave a mediation.' })
export class ReleaseMediationPartiesInput extends MediationStepInput {
  @Field(() => [ID], { description: 'The parties; at least two stay.' })
  parties: string[];
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@InputType('RecordMediationTalkInput', { description: 'A talk that was held on the day of the step.' })
export class RecordMediationTalkInput extends MediationStepInput {
  @Field(() => [ID], { description: 'The parties that took part: one apart, or several together.' })
  parties: string[];
  @Field(() => String, { description: `What was said, ${text}.` })
  said: string;
}

@InputType('AgreeMediationInput', { description: 'The agreement of a mediation.' })
export class AgreeMediationInput extends MediationStepInput {
  @Field(() => String, { description: `What was agreed 协议内容, ${text}.` })
  agreement: string;
  @Field(() => DateScalar, { description: 'The day by which it is to be looked at whether it is kept.' })
  checkOn: string;
}

@InputType('EndMediationInput', { description: 'A mediation that ends without an agreement.' })
export class EndMediationInput extends MediationStepInput {
  @Field(() => MediationEndEnum, { description: 'How it ends.' })
  end: MediationEnd;
  @Field(() => String, { description: `Why, or to whom it is referred, ${text}.` })
  reason: string;
}

@InputType('CheckAgreementInput', { description: 'A look at whether an agreement is kept.' })
export class CheckAgreementInput extends MediationStepInput {
  @Field(() => KeepingEnum, { description: 'What was found.' })
  keeping: Keeping;
  @Field(() => String, { description: `What is to be said of it, ${text}.` })
  note: string;
  @Field(() => DateScalar, { nullable: true, description: 'For NOT_YET, the day by which it is looked at again.' })
  checkOn?: string | null;
}

@InputType('ResumeMediationInput', { description: 'A mediation to begin again.' })
export class ResumeMediationInput extends MediationStepInput {
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@ObjectType('MediationPayload', { description: 'The mediation as the step left it.' })
export class MediationPayload {
  @Field(() => MediationType, { description: 'The mediation.' })
  mediation: MediationType;
}

@InputType('MediationFilter', { description: 'Which mediations: those for which all holds that is told.' })
export class MediationFilter {
  @Field(() => [MediationStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: MediationState[] | null;
  @Field(() => ID, { nullable: true, description: 'Held in this unit, as it stands today, or under it.' })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'About this subject.' })
  subject?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is to be looked at today or before whether the agreement is kept, or not.',
  })
  checkDue?: boolean | null;
}

@ArgsType()
export class MediationsArgs extends PageArgs {
  @Field(() => MediationFilter, { nullable: true, description: 'Which to list.' })
  filter?: MediationFilter | null;
}
