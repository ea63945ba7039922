import { Field, InputType, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { UnitKindEnum } from '../towns/town.type.ts';
import type { UnitKind } from '../towns/unit-kind.ts';

const unitStatuses = ['PREPARATORY', 'ACTIVE', 'CLOSED'] as const;
export type UnitStatus = (typeof unitStatuses)[number];

export const UnitStatusEnum = enumOf(unitStatuses);
registerEnumType(UnitStatusEnum, {
  name: 'UnitStatus',
  description: 'The state of a unit on a day.',
  valuesConfig: {
    PREPARATORY: { description: 'In preparation 筹: it works, but is not founded yet.' },
    ACTIVE: { description: 'Founded and at work.' },
    CLOSED: { description: 'Closed 撤销; its past stays readable.' },
  },
});

@InterfaceType('Unit', {
  implements: NodeType,
  description:
    'A unit 单位 of a town’s tree, shown as it was on the day `asOf`. It stays the same unit while its name, kind and place change.',
  resolveType: (value: UnitType) => value.typename,
})
export abstract class UnitType extends NodeType {
  typename: string;
  townId: number;
  uuid: string;
  parentUuid: string | null;
  /** For a block of an overlay: the overlay. */
  overlayUuid: string | null;
  @Field(() => DateScalar, { description: 'The day on which this shows the unit.' })
  asOf: string;
  @Field(() => String, { nullable: true, description: 'The register’s code, or the town’s own; unique in the town.' })
  code: string | null;
  @Field(() => String, { description: 'Its name on that day; for a closed unit its last one.' })
  name: string;
  @Field(() => UnitKindEnum, { description: 'Its kind on that day.' })
  kind: UnitKind;
  @Field(() => UnitStatusEnum, { description: 'Its state on that day.' })
  status: UnitStatus;
  @Field(() => DateScalar, { description: 'The first day of its life.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after its life; null while no end is known.' })
  validTo: string | null;
  @Field(() => Int, {
    description: 'Grows with every change; give it as `expectedVersion` to change only what you saw.',
  })
  version: number;
}

/** The GraphQL type of each kind of unit. */
export const typenameOfKind: Record<Exclude<UnitKind, 'TOWN'>, string> = {
  SERVICE_AREA: 'ServiceArea',
  COMMUNITY: 'Community',
  VILLAGE: 'Village',
  COMMITTEE: 'Committee',
  SPECIAL_AREA: 'SpecialArea',
  PARK: 'Park',
  BLOCK: 'Block',
  BUILDING: 'Building',
};

@ObjectType('ServiceArea', { implements: UnitType, description: 'A service area 服务区.' })
export class ServiceAreaType extends UnitType {}
@ObjectType('Community', {
  implements: UnitType,
  description: 'A community 社区 between the town and its villages and committees.',
})
export class CommunityType extends UnitType {}
@ObjectType('Village', { implements: UnitType, description: 'A village 村.' })
export class VillageType extends UnitType {}
@ObjectType('Committee', { implements: UnitType, description: 'A residential committee 居委会.' })
export class CommitteeType extends UnitType {}
@ObjectType('SpecialArea', { implements: UnitType, description: 'A zone, farm or living area without a committee.' })
export class SpecialAreaType extends UnitType {}
@ObjectType('Park', { implements: UnitType, description: 'An economic park 园区.' })
export class ParkType extends UnitType {}
@ObjectType('Block', { implements: UnitType, description: 'A block 块区: the area of responsibility of its teams.' })
export class BlockType extends UnitType {}
@ObjectType('Building', { implements: UnitType, description: 'A building group 楼组.' })
export class BuildingType extends UnitType {}

@ObjectType('UnitVersion', { description: 'What a unit was over a period.' })
export class UnitVersionType {
  townId: number;
  parentUuid: string | null;
  @Field(() => String, { description: 'Its name in that period.' })
  name: string;
  @Field(() => UnitKindEnum, { description: 'Its kind in that period.' })
  kind: UnitKind;
  @Field(() => UnitStatusEnum, { description: 'Its state in that period.' })
  status: UnitStatus;
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after the period; null while it lasts.' })
  validTo: string | null;
}

export const UnitConnectionType = connectionType(() => UnitType, 'Unit');
export type UnitConnectionType = InstanceType<typeof UnitConnectionType>;

@InputType('UnitFilter', { description: 'Which units to list. All conditions must hold.' })
export class UnitFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name or the beginning of the code.' })
  name?: string | null;
  @Field(() => UnitStatusEnum, { nullable: true, description: 'Only units in this state.' })
  status?: UnitStatus | null;
}

const unitOrders = ['TREE', 'NAME', 'CODE'] as const;
export type UnitOrder = (typeof unitOrders)[number];
export const UnitOrderEnum = enumOf(unitOrders);
registerEnumType(UnitOrderEnum, {
  name: 'UnitOrder',
  description: 'How to order units.',
  valuesConfig: {
    TREE: { description: 'As in the tree: parents before children, siblings by kind, code and name.' },
    NAME: { description: 'By name, as pinyin sorts it.' },
    CODE: { description: 'By code; units without one come last.' },
  },
});
