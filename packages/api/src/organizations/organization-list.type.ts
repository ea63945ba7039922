import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { DateScalar } from '../schema/scalars.ts';
import type { OrganizationClass } from './organization.entity.ts';
import { OrganizationClassEnum } from './organization.type.ts';

@InputType('OrganizationFilter', { description: 'Which organisations: those for which all holds that is told.' })
export class OrganizationFilter {
  @Field(() => ID, {
    nullable: true,
    description:
      'In this unit or in one under it, as the tree is on the day, whatever restructurings made of where they were registered.',
  })
  unit?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Of one of these kinds.' })
  kind?: string[] | null;
  @Field(() => [OrganizationClassEnum], { nullable: true, description: 'Of one of these classes.' })
  class?: OrganizationClass[] | null;
  @Field(() => [ID], { nullable: true, description: 'Of one of these industries.' })
  industry?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Whose name contains this.' })
  name?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'With Party members, or without any.' })
  hasMembers?: boolean | null;
}

@ArgsType()
export class OrganizationsArgs extends PageArgs {
  @Field(() => OrganizationFilter, { nullable: true, description: 'Which to list.' })
  filter?: OrganizationFilter | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which they are there; today unless told.' })
  asOf?: string | null;
}
