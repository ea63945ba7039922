import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { townKinds } from './town.entity.ts';
import { type UnitKind, unitKinds } from './unit-kind.ts';

export const UnitKindEnum = enumOf(unitKinds);
registerEnumType(UnitKindEnum, {
  name: 'UnitKind',
  description: 'A kind of unit 单位类型.',
  valuesConfig: {
    TOWN: { description: 'The town 镇 itself; only as a parent in `allowedParents`.' },
    SERVICE_AREA: { description: 'Service area 服务区.' },
    COMMUNITY: { description: 'Community 社区, a layer between the town and its villages and committees.' },
    VILLAGE: { description: 'Village 村.' },
    COMMITTEE: { description: 'Residential committee 居委会.' },
    SPECIAL_AREA: { description: 'Zone, farm or living area without a committee of its own.' },
    PARK: { description: 'Economic park 园区.' },
    BLOCK: { description: 'Block 块区, the area of responsibility of a team.' },
    BUILDING: { description: 'Building group 楼组.' },
  },
});
const TownKindEnum = enumOf(townKinds);
registerEnumType(TownKindEnum, {
  name: 'TownKind',
  description: 'What a town-level area is in the register.',
  valuesConfig: {
    TOWN: { description: 'Town 镇.' },
    SUBDISTRICT: { description: 'Subdistrict 街道.' },
    TOWNSHIP: { description: 'Township 乡.' },
    SPECIAL_ZONE: { description: 'Park, farm or zone at the level of a town.' },
  },
});
export const TownStatusEnum = enumOf(['REGISTERED', 'ACTIVE'] as const);
registerEnumType(TownStatusEnum, {
  name: 'TownStatus',
  description: 'Whether a town works on the platform.',
  valuesConfig: {
    REGISTERED: { description: 'Stands in the register only; `setUpTown` makes it a tenant.' },
    ACTIVE: { description: 'Is a tenant of the platform.' },
  },
});

@ObjectType('District', { implements: NodeType, description: 'A district 区 of the register.' })
export class DistrictType extends NodeType {
  typename: 'District';
  @Field(() => RegisterCodeScalar, { description: 'Its code in the register, 6 digits.' })
  code: string;
  @Field(() => String, { description: 'Its name, such as 闵行区.' })
  name: string;
}

@ObjectType('Town', {
  implements: NodeType,
  description: 'A town 镇, subdistrict 街道 or zone: a tenant of the platform.',
})
export class TownType extends NodeType {
  typename: 'Town';
  townId: number;
  districtCode: string;
  @Field(() => RegisterCodeScalar, { description: 'Its code in the register, 9 digits.' })
  code: string;
  @Field(() => String, { description: 'Its name on the day `asOf`, such as 浦江镇.' })
  name: string;
  @Field(() => TownKindEnum, { description: 'What it is in the register.' })
  kind: (typeof townKinds)[number];
  @Field(() => TownStatusEnum, { description: 'Whether it works on the platform.' })
  status: keyof typeof TownStatusEnum;
  @Field(() => Boolean, {
    description:
      'Whether it is a town of the sandbox 试用街镇: no town of the register, with invented data that begin anew each night.',
  })
  sandbox: boolean;
  @Field(() => DateScalar, { description: 'The day on which this shows the town.' })
  asOf: string;
}

@ObjectType('UnitCount', { description: 'How many units of one kind a town has.' })
export class UnitCountType {
  @Field(() => UnitKindEnum, { description: 'The kind.' })
  kind: UnitKind;
  @Field(() => Int, { description: 'How many are open on the day, those in preparation 筹 included.' })
  count: number;
}

@ObjectType('AllowedParents', { description: 'Under what a kind of unit may stand in a town.' })
export class AllowedParentsType {
  @Field(() => UnitKindEnum, { description: 'The kind that stands below.' })
  kind: UnitKind;
  @Field(() => [UnitKindEnum], { description: 'The kinds it may stand under; TOWN means directly under the town.' })
  parents: UnitKind[];
}
