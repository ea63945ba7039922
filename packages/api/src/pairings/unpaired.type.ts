import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { HouseholdCategoryType } from '../categories/category.type.ts';
import { connectionType, PageArgs } from '../schema/connection.ts';
import { PairingKindType } from './pairing-kind.type.ts';

@InputType('UnpairedFilter', { description: 'Which households that ought to have a pairing and have none.' })
export class UnpairedFilter {
  @Field(() => ID, { nullable: true, description: 'Those that stand in this unit today, or under it.' })
  unit?: string | null;
}

@ArgsType()
export class UnpairedArgs extends PageArgs {
  @Field(() => ID, { description: 'The kind. Of a sensitive one only in an operation with `@purpose`.' })
  pairingKind: string;
  @Field(() => UnpairedFilter, { nullable: true, description: 'Which to list.' })
  filter?: UnpairedFilter | null;
}

@ObjectType('UnpairedHousehold', {
  description: 'A household that ought to have a pairing of a kind and has none 应结对未结对.',
})
export class UnpairedHouseholdType {
  townId: number;
  householdUuid: string;
  because: HouseholdCategoryType[];
  @Field(() => PairingKindType, { description: 'The kind.' })
  pairingKind: PairingKindType;
}

export const UnpairedHouseholdConnectionType = connectionType(() => UnpairedHouseholdType, 'UnpairedHousehold');
export type UnpairedHouseholdConnectionType = InstanceType<typeof UnpairedHouseholdConnectionType>;
