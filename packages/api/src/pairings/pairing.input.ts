import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import type { VisitWay } from '../visits/visit.entity.ts';
import { VisitWayEnum } from '../visits/visit.type.ts';
import { PairingCapacityEnum, PairingContactType, PairingEndEnum, PairingType } from './pairing.type.ts';
import type { PairingCapacity, PairingEnd } from './pairing-terms.ts';

const service = 'The service that is agreed, made to measure for the household, at most 2,000 characters.';
const every =
  'Within how many days of the last contact the next one is agreed, 1 to 366; nothing is agreed unless told.';
const telephone =
  'A telephone number of the partner that they agree to have on the contact card, with the area code; none unless told.';

@InputType('BeginPairingInput', { description: 'A pairing to begin.' })
export class BeginPairingInput extends KeyedInput {
  @Field(() => ID, { description: 'The household.' })
  household: string;
  @Field(() => ID, { description: 'The partner 结对人, a person of the town.' })
  person: string;
  @Field(() => ID, { description: 'The kind, in use on the day.' })
  pairingKind: string;
  @Field(() => PairingCapacityEnum, {
    description: 'As what they do it. An officer holds a post or is in a team on the day.',
  })
  capacity: PairingCapacity;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they agree to be named as what they do it; a Party member must. No unless told.',
  })
  agreesToBeNamed?: boolean | null;
  @Field(() => String, { description: service })
  service: string;
  @Field(() => Int, { nullable: true, description: every })
  contactEveryDays?: number | null;
  @Field(() => String, { nullable: true, description: telephone })
  telephone?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day, not ahead; today unless told.' })
  from?: string | null;
}

@InputType('RevisePairingInput', { description: 'What is agreed of a pairing from a day on, all of it.' })
export class RevisePairingInput extends VersionedInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairing: string;
  @Field(() => String, { description: service })
  service: string;
  @Field(() => Int, { nullable: true, description: every })
  contactEveryDays?: number | null;
  @Field(() => String, { nullable: true, description: telephone })
  telephone?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of it, not ahead and not before the last change; today unless told.',
  })
  from?: string | null;
}

@InputType('EndPairingInput', { description: 'A pairing to end.' })
export class EndPairingInput extends VersionedInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairing: string;
  @Field(() => PairingEndEnum, { description: 'Why it ends.' })
  reason: PairingEnd;
  @Field(() => String, {
    nullable: true,
    description: 'What is to be said of it, at most 2,000 characters; asked for with OTHER.',
  })
  note?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day without it, not ahead, and after the last contact; today unless told.',
  })
  on?: string | null;
}

@InputType('RecordPairingContactInput', { description: 'A contact of a partner with the household.' })
export class RecordPairingContactInput extends KeyedInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairing: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day, not ahead, and while the pairing lasted; today unless told.',
  })
  on?: string | null;
  @Field(() => VisitWayEnum, { description: 'How the household was met.' })
  way: VisitWay;
  @Field(() => String, { description: 'What was done, at most 2,000 characters.' })
  done: string;
}

@InputType('WithdrawPairingContactInput', { description: 'A contact that never was or was recorded wrongly.' })
export class WithdrawPairingContactInput extends KeyedInput {
  @Field(() => ID, { description: 'The contact.' })
  pairingContact: string;
  @Field(() => String, { description: 'Why, at most 2,000 characters.' })
  reason: string;
}

@ObjectType('PairingPayload', { description: 'The pairing as the change left it.' })
export class PairingPayload {
  @Field(() => PairingType, { description: 'The pairing.' })
  pairing: PairingType;
}

@ObjectType('PairingContactPayload', { description: 'The contact as the change left it.' })
export class PairingContactPayload {
  @Field(() => PairingContactType, { description: 'The contact.' })
  pairingContact: PairingContactType;
}

@InputType('PairingFilter', { description: 'Which pairings: those for which all holds that is told.' })
export class PairingFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Of this kind. Of a sensitive one only in an operation with `@purpose`.',
  })
  pairingKind?: string | null;
  @Field(() => ID, { nullable: true, description: 'With a household that stands in this unit today, or under it.' })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this person.' })
  person?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether only those of the person as whom the viewer acts in the town 我的结对.',
  })
  mine?: boolean | null;
  @Field(() => DateScalar, { nullable: true, description: 'Those that ran on this day.' })
  runningOn?: string | null;
}

@ArgsType()
export class PairingsArgs extends PageArgs {
  @Field(() => PairingFilter, { nullable: true, description: 'Which to list.' })
  filter?: PairingFilter | null;
}

@ArgsType()
export class PairingsDueArgs extends PairingsArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Those whose next contact is due by this day; today unless told, so that yesterday lists those overdue.',
  })
  by?: string | null;
}
