import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';

@ObjectType('ProgrammeResult', { description: 'With what somebody came out of a programme 成绩.' })
export class ProgrammeResultType {
  townId: number;
  uuid: string;
  recordedById: string;
  @Field(() => Boolean, { description: 'Whether they passed 合格.' })
  passed: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'The mark, the place or the prize as people write it: 92 分, 一等奖.',
  })
  mark: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
}

@ObjectType('ProgrammeCertificate', { description: 'A certificate 证书 of who passed in a programme.' })
export class ProgrammeCertificateType {
  townId: number;
  issuedById: string;
  @Field(() => String, { description: 'Its number among the town’s of the year, such as `Z2026-000012`.' })
  number: string;
  @Field(() => DateScalar, { description: 'The day on which it was issued.' })
  issuedOn: string;
  @Field(() => DateScalar, { nullable: true, description: 'The last day on which it is good; null for good.' })
  validTo: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null unless it was.' })
  revokedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was revoked; null unless it was.' })
  revokedBecause: string | null;
}

/** How many of a programme have a result, and a certificate that stands. */
export interface ResultCount {
  passed: number;
  failed: number;
  certified: number;
}

@ObjectType('ProgrammeResults', {
  description:
    'How those who take part in a programme came out of it; to an application as `Indicator.suppressedBelow` says.',
})
export class ProgrammeResultsType {
  @Field(() => Int, { nullable: true, description: 'How many passed.' })
  passed: number | null;
  @Field(() => Int, { nullable: true, description: 'How many did not.' })
  failed: number | null;
  @Field(() => Int, { nullable: true, description: 'How many have a certificate that was not revoked.' })
  certified: number | null;
}
