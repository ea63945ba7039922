import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { type ReminderKind, reminderKinds } from './reminder.entity.ts';

const ReminderKindEnum = enumOf(reminderKinds);
registerEnumType(ReminderKindEnum, {
  name: 'ReminderKind',
  description: 'Why somebody is reminded of a request, or of a household.',
  valuesConfig: {
    DUE_SOON: { description: 'Its deadline is that day or the next working day 即将到期.' },
    OVERDUE: { description: 'Its deadline is over 逾期.' },
    VISIT: {
      description:
        'The household must be visited at once 重点必访: by that day or the next working day, and nobody has contacted it since it came into its category.',
    },
    FOLLOW_UP: { description: 'It was handled three working days ago or more, and nobody has followed it up 待回访.' },
  },
});

@ObjectType('Reminder', {
  description:
    'That something is to be done 提醒, about a request or for a household. It is gone as soon as it is done, and where it is out of the viewer’s reach.',
})
export class ReminderType {
  townId: number;
  requestUuid: string | null;
  householdUuid: string | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => ReminderKindEnum, { description: 'Why.' })
  kind: ReminderKind;
  @Field(() => DateScalar, {
    description:
      'The deadline, the day on which the request was handled, or on which the household came into its category.',
  })
  since: string;
  @Field(() => DateTimeScalar, { description: 'When it was made, on the morning of a working day.' })
  madeAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the viewer has seen it; null until then.' })
  seenAt: Date | null;
}

@InputType('SeeRemindersInput', { description: 'The town whose reminders the viewer has seen.' })
export class SeeRemindersInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
}

@ObjectType('SeeRemindersPayload', { description: 'What `seeReminders` did.' })
export class SeeRemindersPayload {
  @Field(() => Int, { description: 'How many reminders were new to the viewer.' })
  seen: number;
}
