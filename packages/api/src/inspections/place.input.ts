import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import type { PlaceKind } from './inspection-terms.ts';
import { InspectionPlaceType, PlaceKindEnum } from './place.type.ts';

const placeName = 'Its name, at most 60 characters. Nobody’s name.';
const anAddress = 'Its address, at most 100 characters';
const anOrganization = 'The organisation of the town’s register that it is, for whoever sees that';

@InputType('OpenInspectionPlaceInput', { description: 'A place to be inspected.' })
export class OpenInspectionPlaceInput extends KeyedInput {
  @Field(() => ID, { description: 'The unit in which it lies; no block of an overlay.' })
  unit: string;
  @Field(() => PlaceKindEnum, { description: 'What kind of place it is. It never changes.' })
  kind: PlaceKind;
  @Field(() => String, { description: placeName })
  name: string;
  @Field(() => String, { nullable: true, description: `${anAddress}.` })
  address?: string | null;
  @Field(() => ID, { nullable: true, description: `${anOrganization}.` })
  organization?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day from which it is there; today unless told.' })
  from?: string | null;
}

@InputType('ChangeInspectionPlaceInput', {
  description: 'What a place is called and where it is from a day on. What is not told stays.',
})
export class ChangeInspectionPlaceInput extends VersionedInput {
  @Field(() => ID, { description: 'The place.' })
  place: string;
  @Field(() => String, { nullable: true, description: placeName })
  name?: string | null;
  @Field(() => String, { nullable: true, description: `${anAddress}. An empty one takes it away.` })
  address?: string | null;
  @Field(() => ID, { nullable: true, description: `${anOrganization}; null takes it away.` })
  organization?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of it, not before the last change; today unless told.',
  })
  from?: string | null;
}

@InputType('CloseInspectionPlaceInput', { description: 'A place that is there no more.' })
export class CloseInspectionPlaceInput extends KeyedInput {
  @Field(() => ID, { description: 'The place.' })
  place: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day without it, not before the last change; today unless told.',
  })
  on?: string | null;
}

@ObjectType('InspectionPlacePayload', { description: 'The place as the change left it.' })
export class InspectionPlacePayload {
  @Field(() => InspectionPlaceType, { description: 'The place.' })
  place: InspectionPlaceType;
}

@InputType('InspectionPlaceFilter', { description: 'Which places: those for which all holds that is told.' })
export class InspectionPlaceFilter {
  @Field(() => ID, { nullable: true, description: 'In this unit, as it stands today, or under it.' })
  unit?: string | null;
  @Field(() => PlaceKindEnum, { nullable: true, description: 'Of this kind.' })
  kind?: PlaceKind | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Those that are closed today, or those that are not; those that are not unless told, or `uncheckedIn` is.',
  })
  closed?: boolean | null;
  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Those that were there on a day of this period and were not checked in it: each is missing a round there.',
  })
  uncheckedIn?: PeriodInput | null;
}

@ArgsType()
export class InspectionPlacesArgs extends PageArgs {
  @Field(() => InspectionPlaceFilter, { nullable: true, description: 'Which to list.' })
  filter?: InspectionPlaceFilter | null;
}
