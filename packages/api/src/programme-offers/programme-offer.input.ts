import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ProgrammeKindEnum, ProgrammeTakersEnum, ProgrammeType } from '../programmes/programme.type.ts';
import type { ProgrammeKind, ProgrammeTakers } from '../programmes/programme-states.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { MoneyScalar } from '../schema/money.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { ProgrammeOfferType } from './programme-offer.type.ts';

@InputType('OfferProgrammeInput', { description: 'A programme that a district offers to its towns.' })
export class OfferProgrammeInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The district, by its code.' })
  district: string;
  @Field(() => ProgrammeKindEnum, { description: 'How it goes.' })
  kind: ProgrammeKind;
  @Field(() => ProgrammeTakersEnum, { description: 'Who takes part.' })
  takers: ProgrammeTakers;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether each comes to one of its sessions instead of all of them; it does not unless told.',
  })
  oneSession?: boolean | null;
  @Field(() => String, { description: 'Its name, at most 60 characters.' })
  name: string;
  @Field(() => String, {
    description: 'What is offered, as residents are told, at most 2,000 characters. Nobody’s name.',
  })
  about: string;
  @Field(() => DateScalar, { description: 'The first day.' })
  firstDay: string;
  @Field(() => DateScalar, { description: 'The last day, at most two years after the first.' })
  lastDay: string;
  @Field(() => Int, {
    nullable: true,
    description: 'How old one is at least who takes part, 0 to 150; any age unless told.',
  })
  ageFrom?: number | null;
  @Field(() => Int, { nullable: true, description: 'How old one is at the most, 0 to 150; any age unless told.' })
  ageTo?: number | null;
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What it is to cost for each who takes part; nothing is said of it unless told.',
  })
  costPerHead?: number | null;
}

@InputType('WithdrawProgrammeOfferInput', {
  description: 'An offer to withdraw. Towns that take part keep what they hold; no other joins.',
})
export class WithdrawProgrammeOfferInput extends KeyedInput {
  @Field(() => ID, { description: 'The offer, not withdrawn.' })
  offer: string;
  @Field(() => String, { description: 'Why, at most 2,000 characters. Nobody’s name.' })
  reason: string;
}

@ObjectType('ProgrammeOfferPayload', { description: 'The offer as the change left it.' })
export class ProgrammeOfferPayload {
  @Field(() => ProgrammeOfferType, { description: 'The offer.' })
  offer: ProgrammeOfferType;
}

@InputType('JoinProgrammeOfferInput', {
  description:
    'A town that takes part in what its district offers: it plans a programme of its own, and goes on with that.',
})
export class JoinProgrammeOfferInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => ID, {
    description: 'The offer of its district, not withdrawn and not over, in which it does not take part.',
  })
  offer: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The unit where it is held, whose officers manage it; the town unless told.',
  })
  unit?: string | null;
}

@ObjectType('JoinProgrammeOfferPayload', { description: 'How the town takes part.' })
export class JoinProgrammeOfferPayload {
  @Field(() => ProgrammeType, { description: 'The programme of the town.' })
  programme: ProgrammeType;
}
