import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { type CoverageWay, coverageWays } from './coverage.entity.ts';

export const CoverageWayEnum = enumOf(coverageWays);
registerEnumType(CoverageWayEnum, {
  name: 'CoverageWay',
  description:
    'Ways in which a Party organisation includes an organisation 组建方式. The first two establish one in it.',
  valuesConfig: {
    INDEPENDENT: { description: 'By one of its own 独立组建.' },
    JOINT: { description: 'By one of several together 联合组建.' },
    BY_INDUSTRY: { description: 'By that of its industry, or a federation 行业组建.' },
    BY_AREA: { description: 'By that of the unit in which it sits, or a federation 区域组建.' },
    AFFILIATED: { description: 'Affiliated to any other 挂靠组建.' },
  },
});

@ObjectType('CoverageLink', {
  implements: NodeType,
  description: 'That a Party organisation includes an organisation 覆盖 over a period, and in which way.',
})
export class CoverageLinkType extends NodeType {
  typename: 'CoverageLink';
  townId: number;
  uuid: string;
  partyUuid: string;
  organizationUuid: string;
  @Field(() => CoverageWayEnum, { description: 'The way.' })
  way: CoverageWay;
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after; null while it lasts.' })
  validTo: string | null;
}
