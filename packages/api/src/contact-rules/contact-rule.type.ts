import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import type { VisitWay } from '../visits/visit.entity.ts';
import { VisitWayEnum } from '../visits/visit.type.ts';

@ObjectType('ContactRule', {
  description: 'How often, how soon and in which ways households are to be contacted 联系规则, over a period.',
})
export class ContactRuleType {
  townId: number;
  uuid: string;
  categoryUuid: string | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => Int, {
    nullable: true,
    description: 'So many months after the last contact the next is due; null where one contact is enough.',
  })
  everyMonths: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Within so many days the first contact is due once a household comes into the category, 0 for the same day; null where the first has no hurry.',
  })
  firstWithinDays: number | null;
  @Field(() => [VisitWayEnum], { description: 'The ways in which a contact counts.' })
  ways: VisitWay[];
  @Field(() => String, { nullable: true, description: 'What to bear in mind, such as 在工作时间以外联系.' })
  note: string | null;
  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it holds no more.' })
  validTo: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was settled.' })
  recordedAt: Date;
}
