import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { CoverageWay } from '../coverage/coverage.entity.ts';
import { CoverageWayEnum } from '../coverage/coverage.type.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { DateScalar } from '../schema/scalars.ts';
import { type CountedOrganization, CoverageRateEnum } from './coverage-rates.type.ts';
import { type Gap, type GapReason, gapReasons } from './gaps.ts';
import type { CoverageRate } from './rates.ts';
import { type Remedy, type RemedyKind, remedyKinds } from './remedies.ts';

const GapReasonEnum = enumOf(gapReasons);
registerEnumType(GapReasonEnum, {
  name: 'GapReason',
  description: 'Why a rate of coverage does not count an organisation.',
  valuesConfig: {
    LINK_ENDED: { description: 'A Party organisation included it, and does so no longer; see `ended`.' },
    NO_PARTY_MEMBERS: { description: 'It has no Party members 无党员.' },
    NO_PARTY_ORGANIZATION: { description: 'It has Party members, but no Party organisation includes it 有党员未组建.' },
    ONLY_INCLUDED: {
      description:
        'A Party organisation includes it, but none was set up in it: by industry, by area or as an affiliate.',
    },
    ONLY_WORK_COVERAGE: {
      description: 'Somebody is assigned to it, but no Party organisation includes it 仅工作覆盖.',
    },
    NOBODY_ASSIGNED: { description: 'Nobody is assigned to it, and no guidance station guides its kind.' },
  },
});

export const RemedyKindEnum = enumOf(remedyKinds);
registerEnumType(RemedyKindEnum, {
  name: 'CoverageRemedyKind',
  description:
    'What would mend a gap of coverage, the cheapest first: what costs least is what has to be set up least.',
  valuesConfig: {
    NAME_LIAISON: { description: 'Name a liaison 选派党建联络员.' },
    AFFILIATE: { description: 'Affiliate it to a group or branch that is there 挂靠.' },
    COVER_BY_AREA: { description: 'Have the Party organisation of its area include it 区域覆盖.' },
    COVER_BY_INDUSTRY: { description: 'Have the Party organisation of its industry include it 行业覆盖.' },
    JOIN_JOINT_BRANCH: { description: 'Join a joint branch near by or of the same industry 加入联合党支部.' },
    FOUND_BRANCH: { description: 'Found a branch of its own: it has three Party members or more 单独组建.' },
    FOUND_JOINT_BRANCH: { description: 'Found a joint branch together with others near by 联合组建.' },
    DEVELOP_MEMBERS: { description: 'Win or transfer Party members first 发展党员.' },
  },
});

@ObjectType('EndedCoverage', { description: 'A link that ended, the last one of an organisation.' })
export class EndedCoverageType {
  townId: number;
  partyUuid: string;
  @Field(() => CoverageWayEnum, { description: 'In which way it was included.' })
  way: CoverageWay;
  @Field(() => DateScalar, { description: 'The first day without it.' })
  on: string;
}

@ObjectType('CoverageRemedy', { description: 'Something to do about a gap of coverage, and what that would give.' })
export class RemedyType {
  townId: number;
  remedy: Remedy;
  /** Of which organisation the gap is, and among which it counts. */
  organization: string;
  counted: readonly CountedOrganization[];
  @Field(() => RemedyKindEnum, { description: 'What to do.' })
  kind: RemedyKind;
  @Field(() => [CoverageRateEnum], { description: 'The rates that would count the organisation then, and do not now.' })
  raises: readonly CoverageRate[];
}

@ObjectType('CoverageGap', {
  description: 'An organisation that a rate of coverage misses: why, and what would mend it.',
})
export class GapType {
  townId: number;
  gap: Gap;
  @Field(() => [GapReasonEnum], { description: 'Why, the weightiest first.' })
  reasons: readonly GapReason[];
  @Field(() => EndedCoverageType, { nullable: true, description: 'The link that ended last, where one did.' })
  ended: EndedCoverageType | null;
  @Field(() => [RemedyType], {
    description:
      'What would mend it: what raises this rate first, and of that the cheapest. An enterprise above scale that has Party members enough is to found a branch of its own before it joins another or is included by one.',
  })
  remedies: readonly RemedyType[];
}

export const GapConnectionType = connectionType(() => GapType, 'CoverageGap');
export type GapConnectionType = InstanceType<typeof GapConnectionType>;
