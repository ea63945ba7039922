import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { PetitionClassEnum, PetitionStateEnum, PetitionWayEnum } from './petition.type.ts';
import type { PetitionClass, PetitionState, PetitionWay } from './petition-states.ts';

@InputType('PetitionFilter', { description: 'Which petitions: those for which all holds that is told.' })
export class PetitionFilter {
  @Field(() => [PetitionStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: PetitionState[] | null;
  @Field(() => [PetitionWayEnum], { nullable: true, description: 'Received in one of these ways.' })
  way?: PetitionWay[] | null;
  @Field(() => [PetitionClassEnum], { nullable: true, description: 'Of one of these kinds.' })
  class?: PetitionClass[] | null;
  @Field(() => ID, { nullable: true, description: 'With this unit today, or with one under it.' })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'About this subject.' })
  subject?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Overdue today, or not.' })
  overdue?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'From several people, or from one.' })
  joint?: boolean | null;
  @Field(() => PeriodInput, { nullable: true, description: 'Received in this period.' })
  received?: PeriodInput | null;
}

export const petitionOrders = ['LATEST', 'DUE'] as const;
const PetitionOrderEnum = enumOf(petitionOrders);
registerEnumType(PetitionOrderEnum, {
  name: 'PetitionOrder',
  description: 'In which order petitions are listed.',
  valuesConfig: {
    LATEST: { description: 'The latest first, by the day on which they were received.' },
    DUE: { description: 'Those first whose deadline is the nearest, or over the longest; those without one last.' },
  },
});

@ArgsType()
export class PetitionsArgs extends PageArgs {
  @Field(() => PetitionFilter, { nullable: true, description: 'Which to list.' })
  filter?: PetitionFilter | null;
  @Field(() => PetitionOrderEnum, { defaultValue: 'LATEST', description: 'In which order.' })
  orderBy: (typeof petitionOrders)[number];
}
