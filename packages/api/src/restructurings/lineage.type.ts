import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../schema/scalars.ts';
import type { LineageLink } from '../units/lineage.ts';
import { UnitType } from '../units/unit.type.ts';
import { UnitLabelType } from './difference.type.ts';

@ObjectType('Lineage', {
  description:
    'That what one unit held went on to another on a day. Figures are carried through restructurings along these.',
})
export class LineageType implements LineageLink {
  townId: number;
  restructuringUuid: string;
  predecessorUuid: string;
  successorUuid: string | null;
  @Field(() => DateScalar, { description: 'The day of the restructuring.' })
  day: string;
  @Field(() => Boolean, {
    description: 'Whether the successor inherits what is tied to no household. A closed unit has one heir.',
  })
  heir: boolean;
  @Field(() => Boolean, {
    description: 'Whether the past of what is tied to no household goes back to this predecessor.',
  })
  designated: boolean;
}

@ObjectType('FormerName', { description: 'A name that a unit has or had.' })
export class FormerNameType {
  townId: number;
  uuid: string;
  @Field(() => String, { description: 'The name.' })
  name: string;
  @Field(() => DateScalar, { description: 'The first day of the name.' })
  from: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after it; null while it lasts.' })
  to: string | null;
  @Field(() => UnitType, { description: 'The unit as of today, or as it was last.' })
  unit: UnitType;
  @Field(() => [UnitLabelType], { description: 'Where a closed unit has gone: the units of today that follow it.' })
  successors: UnitLabelType[];
}
