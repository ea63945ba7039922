import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { RateType } from '../schema/rate.type.ts';

/** What sums of pairings can be told apart by. */
const pairingGroups = ['ALL', 'KIND', 'UNIT'] as const;
export type PairingGroup = (typeof pairingGroups)[number];

export const PairingGroupEnum = enumOf(pairingGroups);
registerEnumType(PairingGroupEnum, {
  name: 'PairingGroup',
  description: 'What sums of pairings are told apart by.',
  valuesConfig: {
    ALL: { description: 'All together, each household once.' },
    KIND: { description: 'By kind 类型. A household that ought to have pairings of two kinds counts for both.' },
    UNIT: {
      description:
        'By the unit above the block of the household 单位, such as its village or committee, carried along restructurings to those of today.',
    },
  },
});

@ObjectType('PairingSum', {
  description: 'Pairings of one kind or unit: who ought to have one and who has, and the contacts made.',
})
export class PairingSumType {
  townId: number;
  kindUuid: string | null;
  unitUuid: string | null;
  @Field(() => RateType, {
    description:
      'Of the households that ought to have a pairing on the day, each once, those with one that fits 结对覆盖率.',
  })
  paired: RateType;
  @Field(() => Int, { description: 'How many pairings run on the day, also with households that need not have one.' })
  running: number;
  @Field(() => Int, { description: 'How many contacts were made in the period, those withdrawn left out.' })
  contacts: number;
}
