import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { PetitionClassEnum, PetitionStateEnum, PetitionStepEnum } from './petition.type.ts';
import type { PetitionClass, PetitionState, PetitionStep } from './petition-states.ts';

@ObjectType('Petitioner', { description: 'Somebody who petitions 信访人.' })
export class PetitionerType {
  townId: number;
  uuid: string;
  householdUuid: string | null;
  /** Whom a reading of their name is recorded of: themselves, and their household where it is known. */
  subjects: readonly string[];
  nameInFull: string;
  telephoneInFull: string | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => Boolean, { description: 'Whether they speak for the others 代表.' })
  representative: boolean;
}

@ObjectType('PetitionParty', {
  description: 'Whom a petition is about 被反映单位: a party outside on the town’s list, or another organisation.',
})
export class PetitionPartyType {
  townId: number;
  uuid: string;
  partyUuid: string | null;
  ownName: string | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
}

@ObjectType('PetitionGroupMember', { description: 'Somebody in the emergency group 应急小组 of a petition.' })
export class PetitionGroupMemberType {
  townId: number;
  personUuid: string;
  @Field(() => Boolean, { description: 'Whether they lead it 组长.' })
  lead: boolean;
  @Field(() => DateScalar, { description: 'The day on which they came into it.' })
  since: string;
}

@ObjectType('PetitionMeeting', { description: 'A meeting 协调会 about a petition.' })
export class PetitionMeetingType {
  townId: number;
  petitionUuid: string;
  /** The audit key of the petition. */
  subject: string;
  agreedInFull: string | null;
  personUuids: readonly string[];
  petitionerUuids: readonly string[];
  partyUuids: readonly string[];
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => DateScalar, { description: 'The day on which it was held.' })
  heldOn: string;
  @Field(() => String, { nullable: true, description: 'Where it was held.' })
  place: string | null;
}

@ObjectType('PetitionEvent', {
  description:
    'One step of a petition: who took it, what it brought, and what the petition was after it. Never changed.',
})
export class PetitionEventType {
  townId: number;
  recordedById: string;
  unitUuid: string | null;
  accusedUuid: string | null;
  holderUuid: string | null;
  /** The audit key of the petition. */
  subject: string;
  textInFull: string | null;
  @Field(() => Int, { description: 'The number of the step, from 1 on.' })
  seq: number;
  @Field(() => PetitionStepEnum, { description: 'What was done.' })
  step: PetitionStep;
  @Field(() => DateScalar, { description: 'The day on which it was done.' })
  happenedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => PetitionStateEnum, { description: 'What the petition was after it.' })
  state: PetitionState;
  @Field(() => PetitionClassEnum, { description: 'Of which kind it was after it.' })
  class: PetitionClass;
  @Field(() => DateScalar, { nullable: true, description: 'The last day for what was to be done next after it.' })
  dueOn: string | null;
}
