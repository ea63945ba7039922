import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { DateScalar } from '../schema/scalars.ts';
import { type WorkRole, workRoles } from './work-assignment.entity.ts';

export const WorkRoleEnum = enumOf(workRoles);
registerEnumType(WorkRoleEnum, {
  name: 'WorkRole',
  description: 'As what somebody is assigned to an organisation.',
  valuesConfig: {
    LIAISON: { description: 'Liaison 党建联络员.' },
    INSTRUCTOR: { description: 'Instructor 党建指导员.' },
    LEADER: { description: 'A leader whose contact point 联系点 it is.' },
  },
});

@ObjectType('WorkAssignment', {
  description:
    'That somebody is assigned to an organisation, or to all of a unit and under it, over a period: work coverage 工作覆盖.',
})
export class WorkAssignmentType {
  townId: number;
  uuid: string;
  personUuid: string | null;
  organizationUuid: string | null;
  unitUuid: string | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => WorkRoleEnum, { description: 'As what.' })
  role: WorkRole;
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after; null while it lasts.' })
  validTo: string | null;
}

@ObjectType('GuidanceStation', {
  description:
    'A guidance station 党建工作指导站 of a centre: it guides organisations of some kinds, led by whoever is secretary of the centre’s Party organisation.',
})
export class GuidanceStationType {
  townId: number;
  uuid: string;
  ledByUuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => String, { description: 'The centre that runs it.' })
  host: string;
  @Field(() => [GuidedKindType], {
    description: 'The kinds of organisation that it guides and when, the oldest first.',
  })
  kinds: GuidedKindType[];
  @Field(() => DateScalar, { description: 'Its first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after; null while it lasts.' })
  validTo: string | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('GuidedKind', { description: 'A period in which a guidance station guides organisations of a kind.' })
export class GuidedKindType {
  townId: number;
  kindUuid: string;
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after; null while it lasts.' })
  validTo: string | null;
}
