import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { eventKinds, type RecordedChange, recordedFields } from '../households/household-event.entity.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';

const HouseholdEventKindEnum = enumOf(eventKinds);
registerEnumType(HouseholdEventKindEnum, {
  name: 'HouseholdEventKind',
  description: 'What happened to a household.',
  valuesConfig: {
    REGISTERED: {
      description: 'It was registered 立户; where `other` is there, members of that household founded it.',
    },
    MOVED: { description: 'It moved to another block 迁移.' },
    ENDED: { description: 'It ended 销户; where `other` is there, its members went on in that household.' },
    ADDRESS_SET: { description: 'It lives at another address.' },
    RESIDENT_ADDED: { description: 'Somebody came into it 入户, from `other` where that is there.' },
    RESIDENT_REVISED: { description: 'What is known of a member was corrected.' },
    RESIDENT_LEFT: { description: 'Somebody left it 离户, for `other` where that is there.' },
    HEAD_CHANGED: { description: 'A member became its head 户主.' },
    CATEGORIZED: { description: 'It came into a category 列入类别, from `other` where a member brought that along.' },
    UNCATEGORIZED: { description: 'It was taken out of a category 移出类别, or that ended.' },
  },
});

const RecordedFieldEnum = enumOf(recordedFields);
registerEnumType(RecordedFieldEnum, {
  name: 'RecordedField',
  description: 'What of a household or a resident was changed.',
  valuesConfig: {
    NAME: { description: 'A resident’s name.' },
    BIRTH_YEAR: { description: 'The year of a resident’s birth.' },
    TELEPHONE: { description: 'A resident’s telephone number.' },
    ADDRESS: { description: 'The household’s address.' },
  },
});

@ObjectType('HouseholdChange', { description: 'One value that was changed.' })
export class HouseholdChangeType {
  townId: number;
  /** The audit key of whoever it is about. */
  subject: string;
  change: RecordedChange;
  @Field(() => RecordedFieldEnum, { description: 'What was changed.' })
  field: RecordedChange['field'];
}

@ObjectType('HouseholdEvent', { description: 'An entry in a household’s record 户情档案. Entries are never changed.' })
export class HouseholdEventType {
  townId: number;
  uuid: string;
  accountId: string;
  residentUuid: string | null;
  otherUuid: string | null;
  visitUuid: string | null;
  householdCategoryUuid: string | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => HouseholdEventKindEnum, { description: 'What happened.' })
  kind: (typeof eventKinds)[number];
  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  recordedAt: Date;
  @Field(() => DateScalar, { description: 'The day from which it holds.' })
  day: string;
  @Field(() => [HouseholdChangeType], { description: 'The values that were changed.' })
  changes: HouseholdChangeType[];
}

export const HouseholdEventConnectionType = connectionType(() => HouseholdEventType, 'HouseholdEvent');
