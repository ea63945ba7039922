import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PermissionEnum } from '../access/permission.type.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { MoneyScalar } from '../schema/money.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { type PayWay, payWays, type ReliefState, type ReliefStep, reliefStates, reliefSteps } from './relief-states.ts';

export const ReliefStateEnum = enumOf(reliefStates);
registerEnumType(ReliefStateEnum, {
  name: 'ReliefState',
  description: 'What an application for relief 帮困申请 is at the moment.',
  valuesConfig: {
    SUBMITTED: { description: 'Submitted 已申请: its unit is to look at it.' },
    ENDORSED: { description: 'Endorsed 已审核 by its unit: the town is to decide.' },
    APPROVED: { description: 'Approved 已批准 by the town, with its grants: to be paid.' },
    PAID: { description: 'Paid 已发放, all of its grants that were not taken back.' },
    REFUSED: { description: 'Refused 未批准 by its unit or the town.' },
    WITHDRAWN: { description: 'Withdrawn 已撤回 before it was decided.' },
    CANCELLED: { description: 'Cancelled 已撤销: its grants were taken back before any was paid.' },
  },
});

export const ReliefStepEnum = enumOf(reliefSteps);
registerEnumType(ReliefStepEnum, {
  name: 'ReliefStep',
  description: 'What can be done with an application for relief.',
  valuesConfig: {
    APPLY: { description: 'Apply 申请: `applyForRelief`.' },
    ENDORSE: { description: 'Endorse 审核, the first approval: `endorseRelief`.' },
    APPROVE: { description: 'Approve 批准, the second approval, with the grants: `approveRelief`.' },
    REFUSE: { description: 'Refuse 不予批准: `refuseRelief`.' },
    WITHDRAW: { description: 'Withdraw 撤回: `withdrawRelief`.' },
    PAY: { description: 'Record that grants were paid 发放: `payRelief`.' },
    CANCEL: { description: 'Take back grants that are not paid 撤销: `cancelRelief`.' },
  },
});

export const PayWayEnum = enumOf(payWays);
registerEnumType(PayWayEnum, {
  name: 'ReliefPayWay',
  description: 'How a grant reaches a household 发放方式.',
  valuesConfig: {
    BANK_CARD: { description: 'Onto a bank card 银行卡.' },
    CASH: { description: 'In cash 现金.' },
    GOODS: { description: 'As goods of that worth 实物.' },
  },
});

@ObjectType('ReliefApplication', {
  implements: NodeType,
  description:
    'An application for relief 帮困申请 of a household. Its unit endorses it and the town approves it, by two people of whom none recorded it.',
})
export class ReliefApplicationType extends NodeType {
  typename: 'ReliefApplication';
  townId: number;
  uuid: string;
  householdUuid: string;
  residentUuid: string | null;
  itemUuid: string;
  campaignUuid: string | null;
  recordedById: string;
  /** Whom readings of it are recorded of. */
  auditKey: string;
  @Field(() => String, { description: 'What people call it by 编号, such as B2026-000123.' })
  number: string;
  @Field(() => MoneyScalar, { description: 'What is asked for.' })
  amount: number;
  @Field(() => ReliefStateEnum, { description: 'What it is at the moment.' })
  state: ReliefState;
  @Field(() => DateScalar, { description: 'The day on which it was applied for.' })
  appliedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => Int, { description: 'How many steps it has been through; give it as `expectedVersion`.' })
  version: number;
}

export const ReliefApplicationConnectionType = connectionType(() => ReliefApplicationType, 'ReliefApplication');
export type ReliefApplicationConnectionType = InstanceType<typeof ReliefApplicationConnectionType>;

@ObjectType('ReliefGrant', {
  description: 'What an application is granted of one fund 帮困款. It is paid once, or taken back before.',
})
export class ReliefGrantType {
  townId: number;
  uuid: string;
  fundUuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => MoneyScalar, { description: 'How much.' })
  amount: number;
  @Field(() => DateScalar, { description: 'The day on which it was approved.' })
  grantedOn: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was paid; null while it is not.' })
  paidOn: string | null;
  @Field(() => PayWayEnum, { nullable: true, description: 'How it was paid; null while it is not.' })
  way: PayWay | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was taken back, unpaid; null unless.' })
  cancelledOn: string | null;
}

@ObjectType('ReliefEvent', {
  description: 'One step of an application: who took it, and what the application was after it. Never changed.',
})
export class ReliefEventType {
  townId: number;
  recordedById: string;
  /** Whom readings of its text are recorded of. */
  subject: string;
  textInFull: string | null;
  @Field(() => Int, { description: 'The number of the step, from 1 on.' })
  seq: number;
  @Field(() => ReliefStepEnum, { description: 'What was done.' })
  step: ReliefStep;
  @Field(() => DateScalar, { description: 'The day on which it was done.' })
  happenedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => ReliefStateEnum, { description: 'What the application was after it.' })
  state: ReliefState;
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What it granted, paid or took back; null for other steps.',
  })
  amount: number | null;
}

@ObjectType('ReliefTransition', {
  description: 'That a step leads from some states of an application to another one.',
})
export class ReliefTransitionType {
  @Field(() => ReliefStepEnum, { description: 'The step.' })
  step: ReliefStep;
  @Field(() => [ReliefStateEnum], { description: 'The states from which it may be taken; none for the first step.' })
  from: ReliefState[];
  @Field(() => ReliefStateEnum, {
    description:
      'The state that it leads to; `PAID` only with the last grant that is paid, and `CANCELLED` only where none was.',
  })
  to: ReliefState;
  @Field(() => PermissionEnum, {
    description: 'The permission that it takes where the household stands.',
  })
  permission: string;
}
