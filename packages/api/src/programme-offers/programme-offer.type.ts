import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ProgrammeKindEnum, ProgrammeTakersEnum, ProgrammeType } from '../programmes/programme.type.ts';
import type { ProgrammeKind, ProgrammeTakers } from '../programmes/programme-states.ts';
import { MoneyScalar } from '../schema/money.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';

@ObjectType('ProgrammeOffer', {
  description:
    'A programme that a district offers to its towns 区级项目. A town that takes part holds one of its own, with its own people and attendance.',
})
export class ProgrammeOfferType {
  uuid: string;
  districtCode: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => ProgrammeKindEnum, { description: 'How it goes.' })
  kind: ProgrammeKind;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => String, { description: 'What is offered, as residents are told.' })
  about: string;
  @Field(() => ProgrammeTakersEnum, { description: 'Who takes part: residents, households, or teams.' })
  takers: ProgrammeTakers;
  @Field(() => Boolean, { description: 'Whether each comes to one of its sessions instead of all of them.' })
  oneSession: boolean;
  @Field(() => DateScalar, { description: 'The first day.' })
  firstDay: string;
  @Field(() => DateScalar, { description: 'The last day.' })
  lastDay: string;
  @Field(() => Int, { nullable: true, description: 'How old one is at least who takes part; null for any age.' })
  ageFrom: number | null;
  @Field(() => Int, { nullable: true, description: 'How old one is at the most; null for any age.' })
  ageTo: number | null;
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What it is to cost for each who takes part; null where that is not said.',
  })
  costPerHead: number | null;
  @Field(() => DateTimeScalar, { description: 'When it was offered.' })
  recordedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn; null unless it was.' })
  withdrawnAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null unless it was.' })
  withdrawnBecause: string | null;
}

@ObjectType('OfferedTown', {
  description: 'A town to which a district offers a programme, and how many take part there.',
})
export class OfferedTownType {
  @Field(() => TownType, { description: 'The town.' })
  town: TownType;
  @Field(() => Boolean, {
    description: 'Whether it takes part: it holds a programme of its own that is not called off.',
  })
  joined: boolean;
  @Field(() => Int, { description: 'How many have places there, in a contest between teams how many of these.' })
  enrolled: number;
  @Field(() => Int, { description: 'How many wait for a place there.' })
  waiting: number;
  @Field(() => Int, { description: 'How many of them are recorded to have come to a session at least.' })
  came: number;
}

@ObjectType('TownProgrammeOffer', { description: 'A programme that its district offers to a town.' })
export class TownProgrammeOfferType {
  @Field(() => ProgrammeOfferType, { description: 'What is offered.' })
  offer: ProgrammeOfferType;
  @Field(() => ProgrammeType, {
    nullable: true,
    description: 'The town’s own programme by which it takes part; null while it does not.',
  })
  programme: ProgrammeType | null;
}
