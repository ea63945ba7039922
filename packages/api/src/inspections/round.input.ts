import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { FindingKindEnum } from './inspection-finding.type.ts';
import type { FindingKind } from './inspection-terms.ts';
import { InspectionRoundType } from './round.type.ts';

const people = 'The people of the town who took part, 1 to 20, at least one of them in the squad on that day';
const some = 'Who of the people of the round took part in this check; all of them unless told.';
const nothingFound = 'That nothing was found 未发现问题; to be said where there are no `findings`.';
const note = 'What there is to say of it as a whole, at most 2,000 characters';
const text = 'at most 2,000 characters. Nobody’s name';

@InputType('InspectionFindingInput', { description: 'Something that was not in order at a check.' })
export class InspectionFindingInput {
  @Field(() => FindingKindEnum, { description: 'What it is about.' })
  kind: FindingKind;
  @Field(() => String, { description: `What it says, ${text}.` })
  text: string;
  @Field(() => String, { nullable: true, description: `How it was mended at once, ${text}; open unless told.` })
  mended?: string | null;
}

@InputType('InspectionCheckInput', { description: 'A place that was checked in a round.' })
export class InspectionCheckInput {
  @Field(() => ID, { description: 'The place, which was there on the day.' })
  place: string;
  @Field(() => [ID], { nullable: true, description: some })
  people?: string[] | null;
  @Field(() => [InspectionFindingInput], { nullable: true, description: 'What was found, at most 20.' })
  findings?: InspectionFindingInput[] | null;
  @Field(() => Boolean, { nullable: true, description: nothingFound })
  nothingFound?: boolean | null;
}

@InputType('RecordInspectionRoundInput', { description: 'A round of a squad to record.' })
export class RecordInspectionRoundInput extends KeyedInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A UUID that the client gave the round when it was noted, also without a network. However often and late it is sent again, the round and all that was found are recorded once; with other content it is refused with CONFLICT.',
  })
  clientId?: string | null;
  @Field(() => ID, { description: 'The squad, which was there on the day.' })
  squad: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day; not ahead; today unless told.' })
  on?: string | null;
  @Field(() => [ID], { description: `${people}.` })
  people: string[];
  @Field(() => [InspectionCheckInput], { description: 'The places that were checked, in order, 1 to 30, each once.' })
  checks: InspectionCheckInput[];
  @Field(() => String, { nullable: true, description: `${note}.` })
  note?: string | null;
}

@InputType('ReviseInspectionRoundInput', { description: 'A round to write anew. What is not told stays.' })
export class ReviseInspectionRoundInput extends VersionedInput {
  @Field(() => ID, { description: 'The round.' })
  round: string;
  @Field(() => String, { description: 'Why it is written anew. One line of at most 200 characters.' })
  reason: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day; not ahead.' })
  on?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description: `${people}: in every check for which \`checks\` says nothing else.`,
  })
  people?: string[] | null;
  @Field(() => [InspectionCheckInput], {
    nullable: true,
    description:
      'All places that were checked, in order, 1 to 30, each once. A place that was checked before keeps what was found there, and takes neither `findings` nor `nothingFound`; one that is left out counts no more, with what was found there.',
  })
  checks?: InspectionCheckInput[] | null;
  @Field(() => String, { nullable: true, description: `${note}. An empty one takes it away.` })
  note?: string | null;
}

@InputType('WithdrawInspectionRoundInput', { description: 'A round that never was, or was recorded twice.' })
export class WithdrawInspectionRoundInput extends KeyedInput {
  @Field(() => ID, { description: 'The round.' })
  round: string;
  @Field(() => String, { description: 'Why. One line of at most 200 characters.' })
  reason: string;
}

@ObjectType('InspectionRoundPayload', { description: 'The round as the change left it.' })
export class InspectionRoundPayload {
  @Field(() => InspectionRoundType, { description: 'The round.' })
  round: InspectionRoundType;
}
