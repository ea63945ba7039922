import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import type { VisitWay } from '../visits/visit.entity.ts';
import { VisitWayEnum } from '../visits/visit.type.ts';
import { type PairingCapacity, type PairingEnd, pairingCapacities, pairingEnds } from './pairing-terms.ts';

export const PairingCapacityEnum = enumOf(pairingCapacities);
registerEnumType(PairingCapacityEnum, {
  name: 'PairingCapacity',
  description: 'As what somebody is paired with a household.',
  valuesConfig: {
    PARTY_MEMBER: { description: 'As a Party member 党员 who agrees to be named as one.' },
    OFFICER: { description: 'As an officer 干部, who holds a post or is in a team.' },
  },
});

export const PairingEndEnum = enumOf(pairingEnds);
registerEnumType(PairingEndEnum, {
  name: 'PairingEnd',
  description: 'Why a pairing ended.',
  valuesConfig: {
    MOVED_AWAY: { description: 'The household moved away 迁离.' },
    NO_LONGER_NEEDED: { description: 'It is needed no more 不再需要.' },
    PARTNER_LEFT: { description: 'The partner left 结对人离开.' },
    DIED: { description: 'Whom it was for has died 去世.' },
    MISTAKE: { description: 'It was recorded by mistake 登记有误.' },
    OTHER: { description: 'Something else 其他, as the note says.' },
  },
});

@ObjectType('Pairing', {
  implements: NodeType,
  description: 'A pairing 结对 of a Party member or an officer with a household, with the service that was agreed.',
})
export class PairingType extends NodeType {
  typename: 'Pairing';
  townId: number;
  uuid: string;
  householdUuid: string;
  personUuid: string;
  kindUuid: string;
  recordedById: string;
  endedById: string | null;
  /** Whom readings of it are recorded of. */
  auditKey: string;
  endNoteInFull: string | null;
  @Field(() => PairingCapacityEnum, { description: 'As what the partner does it.' })
  capacity: PairingCapacity;
  @Field(() => Boolean, { description: 'Whether the partner agrees to be named as what they do it.' })
  agreesToBeNamed: boolean;
  @Field(() => DateScalar, { description: 'The first day.' })
  begunOn: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after it; null while it has not been ended.' })
  endedOn: string | null;
  @Field(() => PairingEndEnum, { nullable: true, description: 'Why it ended; null while it has not.' })
  endReason: PairingEnd | null;
  @Field(() => Boolean, {
    description: 'Whether it runs today: neither it nor the household’s stay in the town has ended.',
  })
  running: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'The day of the last contact; null before the first.' })
  lastContactOn: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day by which the next contact is agreed, so many days after the last one, or, without any, after it began; null where none is agreed, and of one that does not run today.',
  })
  dueOn: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('PairingVersion', { description: 'What was agreed of a pairing over a period.' })
export class PairingVersionType {
  townId: number;
  auditKey: string;
  serviceInFull: string;
  writtenById: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Within how many days of the last contact the next one is agreed; null where nothing is.',
  })
  contactEveryDays: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'The telephone number that the partner agreed to have on the contact card 联系卡; null where none is.',
  })
  telephone: string | null;
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after it; null for what was agreed last.' })
  validTo: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  writtenAt: Date;
}

@ObjectType('PairingContact', {
  implements: NodeType,
  description: 'A contact 联系记录 of a partner with the household that they are paired with.',
})
export class PairingContactType extends NodeType {
  typename: 'PairingContact';
  townId: number;
  uuid: string;
  pairingUuid: string;
  householdUuid: string;
  recordedById: string;
  auditKey: string;
  doneInFull: string;
  becauseInFull: string | null;
  @Field(() => DateScalar, { description: 'The day of the contact.' })
  contactedOn: string;
  @Field(() => VisitWayEnum, { description: 'How the household was met.' })
  way: VisitWay;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was withdrawn, because it never was or was recorded wrongly; it counts nowhere since.',
  })
  withdrawnAt: Date | null;
}

export const PairingConnectionType = connectionType(() => PairingType, 'Pairing');
export type PairingConnectionType = InstanceType<typeof PairingConnectionType>;
export const PairingContactConnectionType = connectionType(() => PairingContactType, 'PairingContact');
export type PairingContactConnectionType = InstanceType<typeof PairingContactConnectionType>;
