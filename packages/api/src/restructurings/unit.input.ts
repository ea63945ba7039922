import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { seenVersion } from '../schema/step.input.ts';
import { UnitKindEnum } from '../towns/town.type.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import { type UnitStatus, UnitStatusEnum, UnitType } from '../units/unit.type.ts';
import { GroundsInput } from './grounds.input.ts';

@InputType('OpenUnitInput', { description: 'A unit to open.' })
export class OpenUnitInput extends GroundsInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => ID, { nullable: true, description: 'The unit to open it under; without one, directly under the town.' })
  parent?: string | null;
  @Field(() => UnitKindEnum, { description: 'Its kind; `Town.allowedParents` says what may stand where.' })
  kind: UnitKind;
  @Field(() => String, { description: 'Its name, at most 60 characters.' })
  name: string;
  @Field(() => String, {
    nullable: true,
    description: 'A code of the town’s own, at most 20 characters, unique in the town.',
  })
  code?: string | null;
  @Field(() => ID, { nullable: true, description: 'For a block of an overlay: the overlay.' })
  overlay?: string | null;
  @Field(() => UnitStatusEnum, {
    defaultValue: 'ACTIVE',
    description: 'PREPARATORY for a unit in preparation 筹, else ACTIVE. CLOSED is refused.',
  })
  status: UnitStatus;
  @Field(() => DateScalar, { nullable: true, description: 'The first day of its life; today unless told.' })
  from?: string | null;
}

@InputType('RenameUnitInput', { description: 'Another name for a unit.' })
export class RenameUnitInput extends GroundsInput {
  @Field(() => ID, { description: 'The unit.' })
  unit: string;
  @Field(() => String, { description: 'Its new name, at most 60 characters.' })
  name: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day of the new name; today unless told.' })
  from?: string | null;
  @Field(() => Int, { nullable: true, description: seenVersion })
  expectedVersion?: number | null;
}

@InputType('CloseUnitInput', { description: 'A unit to close.' })
export class CloseUnitInput extends GroundsInput {
  @Field(() => ID, { description: 'The unit. Nothing may hang on it any more.' })
  unit: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
  @Field(() => Int, { nullable: true, description: seenVersion })
  expectedVersion?: number | null;
}

@ObjectType('OpenUnitPayload', { description: 'What `openUnit` did.' })
export class OpenUnitPayload {
  @Field(() => UnitType, { description: 'The new unit.' })
  unit: UnitType;
}
@ObjectType('RenameUnitPayload', { description: 'What `renameUnit` did.' })
export class RenameUnitPayload {
  @Field(() => UnitType, { description: 'The unit with its new name.' })
  unit: UnitType;
}
@ObjectType('CloseUnitPayload', { description: 'What `closeUnit` did.' })
export class CloseUnitPayload {
  @Field(() => UnitType, { description: 'The unit, closed.' })
  unit: UnitType;
}
