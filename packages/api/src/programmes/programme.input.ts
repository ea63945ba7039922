import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { MoneyScalar } from '../schema/money.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { seenVersion, VersionedInput } from '../schema/step.input.ts';
import { ProgrammeKindEnum, ProgrammeStateEnum, ProgrammeTakersEnum, ProgrammeType } from './programme.type.ts';
import type { ProgrammeKind, ProgrammeState, ProgrammeTakers } from './programme-states.ts';

const text = 'at most 2,000 characters';

/** What is said of a programme, and may be said anew. */
@InputType()
abstract class ProgrammeSaidInput extends KeyedInput {
  @Field(() => String, { description: 'Its name, at most 60 characters.' })
  name: string;
  @Field(() => String, { description: `What is offered, as residents are told, ${text}. Nobody’s name.` })
  about: string;
  @Field(() => DateScalar, { description: 'Its first day.' })
  firstDay: string;
  @Field(() => DateScalar, {
    description: 'Its last day, at most two years after the first; no session is outside of them.',
  })
  lastDay: string;
  @Field(() => Int, {
    nullable: true,
    description: 'How old one is at least who takes part, 0 to 150; any age unless told.',
  })
  ageFrom?: number | null;
  @Field(() => Int, { nullable: true, description: 'How old one is at the most, 0 to 150; any age unless told.' })
  ageTo?: number | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      'The categories one of which whoever takes part is in, by themselves or with the whole household, at most 20; none need be in one unless told.',
  })
  categories?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      'The units whose households may take part, at most 50, no block of an overlay; the whole town unless told.',
  })
  units?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'The partner organisations with which the town holds it, at most 20; none unless told.',
  })
  partners?: string[] | null;
  @Field(() => Int, {
    nullable: true,
    description: 'How many may take part altogether, 1 to 1,000,000 and not fewer than do; any number unless told.',
  })
  places?: number | null;
  @Field(() => MoneyScalar, { nullable: true, description: 'What it may cost; nothing is said of it unless told.' })
  budget?: number | null;
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What it is to cost for each who takes part; nothing is said of it unless told.',
  })
  costPerHead?: number | null;
}

@InputType('PlanProgrammeInput', { description: 'A programme to plan.' })
export class PlanProgrammeInput extends ProgrammeSaidInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => ProgrammeKindEnum, { description: 'How it goes.' })
  kind: ProgrammeKind;
  @Field(() => ProgrammeTakersEnum, { description: 'Who takes part. It stays so.' })
  takers: ProgrammeTakers;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether each comes to one of its sessions, with places a session, instead of all of them; it does not unless told. It stays so.',
  })
  oneSession?: boolean | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The unit where it is held, whose officers manage it; the town unless told. It stays so.',
  })
  unit?: string | null;
}

@InputType('ReviseProgrammeInput', {
  description: 'A programme as it is to be from now on. Who takes part already stays in.',
})
export class ReviseProgrammeInput extends ProgrammeSaidInput {
  @Field(() => ID, { description: 'The programme.' })
  programme: string;
  @Field(() => Int, { nullable: true, description: seenVersion })
  expectedVersion?: number | null;
}

@InputType('RepeatProgrammeInput', { description: 'A programme to hold once more.' })
export class RepeatProgrammeInput extends KeyedInput {
  @Field(() => ID, { description: 'The programme, whatever became of it.' })
  programme: string;
  @Field(() => DateScalar, {
    description:
      'The first day of the new one, after that of the one before; its sessions are as far from it as they were.',
  })
  firstDay: string;
  @Field(() => String, { nullable: true, description: 'Its name, at most 60 characters; the same unless told.' })
  name?: string | null;
}

@InputType()
abstract class ProgrammeStepInput extends VersionedInput {
  @Field(() => ID, { description: 'The programme.' })
  programme: string;
}

@InputType('OpenProgrammeInput', { description: 'A programme to open to enrol in.' })
export class OpenProgrammeInput extends ProgrammeStepInput {}

@InputType('CloseProgrammeInput', { description: 'A programme to close to further enrolments.' })
export class CloseProgrammeInput extends ProgrammeStepInput {}

@InputType('FinishProgrammeInput', { description: 'A programme that is over.' })
export class FinishProgrammeInput extends ProgrammeStepInput {}

@InputType('CancelProgrammeInput', { description: 'A programme to call off.' })
export class CancelProgrammeInput extends ProgrammeStepInput {
  @Field(() => String, { description: `Why, ${text}. Nobody’s name.` })
  reason: string;
}

/** What is said of a session, and may be said anew. */
@InputType()
abstract class ProgrammeSessionSaidInput extends ProgrammeStepInput {
  @Field(() => String, { nullable: true, description: 'When on the day, as people write it, at most 30 characters.' })
  time?: string | null;
  @Field(() => String, { nullable: true, description: 'Where, at most 60 characters.' })
  place?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many may come, 1 to 100,000 and not fewer than are to, only where each comes to one of the sessions; any number unless told.',
  })
  places?: number | null;
}

@InputType('ScheduleProgrammeSessionsInput', { description: 'Days of a programme, each with a session alike.' })
export class ScheduleProgrammeSessionsInput extends ProgrammeSessionSaidInput {
  @Field(() => [DateScalar], { description: 'The days, 1 to 110 of them, each within those of the programme.' })
  days: string[];
}

@InputType('RescheduleProgrammeSessionInput', { description: 'A session as it is to be.' })
export class RescheduleProgrammeSessionInput extends ProgrammeSessionSaidInput {
  @Field(() => ID, { description: 'The session, not called off.' })
  session: string;
  @Field(() => DateScalar, { description: 'The day, within those of the programme.' })
  heldOn: string;
}

@InputType('CallOffProgrammeSessionInput', {
  description:
    'A session to call off. Where each comes to one of the sessions, those who were to come to it are taken out.',
})
export class CallOffProgrammeSessionInput extends ProgrammeStepInput {
  @Field(() => ID, { description: 'The session, not called off.' })
  session: string;
  @Field(() => String, { description: `Why, ${text}. Nobody’s name.` })
  reason: string;
}

@ObjectType('ProgrammePayload', { description: 'The programme as the step left it.' })
export class ProgrammePayload {
  @Field(() => ProgrammeType, { description: 'The programme.' })
  programme: ProgrammeType;
}

@InputType('ProgrammeFilter', { description: 'Which programmes: those for which all holds that is told.' })
export class ProgrammeFilter {
  @Field(() => [ProgrammeKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kind?: ProgrammeKind[] | null;
  @Field(() => [ProgrammeStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: ProgrammeState[] | null;
  @Field(() => ID, { nullable: true, description: 'Held in this unit today, or in one under it.' })
  unit?: string | null;
  @Field(() => PeriodInput, { nullable: true, description: 'With a day in this period.' })
  during?: PeriodInput | null;
}

@ArgsType()
export class ProgrammesArgs extends PageArgs {
  @Field(() => ProgrammeFilter, { nullable: true, description: 'Which to list.' })
  filter?: ProgrammeFilter | null;
}
