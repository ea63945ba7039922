import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { type PlaceKind, placeKinds } from './inspection-terms.ts';

export const PlaceKindEnum = enumOf(placeKinds);
registerEnumType(PlaceKindEnum, {
  name: 'InspectionPlaceKind',
  description: 'What kind of place is inspected.',
  valuesConfig: {
    INTERNET_CAFE: { description: 'An internet cafe 网吧.' },
    GAME_ARCADE: { description: 'A game arcade 游戏游艺场所.' },
    SONG_AND_DANCE: { description: 'A place for song and dance 歌舞娱乐场所.' },
    LODGING: { description: 'A hotel or other lodging 旅馆住宿.' },
    BATHHOUSE: { description: 'A bathhouse or massage parlour 浴室足浴.' },
    CATERING: { description: 'A place to eat 餐饮店.' },
    SHOP: { description: 'A shop 商店.' },
    MARKET: { description: 'A market 集贸市场.' },
    WORKSHOP: { description: 'A workshop or factory 生产企业.' },
    BUILDING_SITE: { description: 'A building site 建筑工地.' },
    SCHOOL_SURROUNDINGS: { description: 'The surroundings of a school 校园周边.' },
    OTHER: { description: 'Another place 其他.' },
  } satisfies Record<PlaceKind, object>,
});

@ObjectType('InspectionPlace', {
  implements: NodeType,
  description: 'A place that squads inspect 督查点, such as an internet cafe.',
})
export class InspectionPlaceType extends NodeType {
  typename: 'InspectionPlace';
  townId: number;
  uuid: string;
  unitUuid: string;
  @Field(() => PlaceKindEnum, { description: 'What kind of place it is.' })
  kind: PlaceKind;
  @Field(() => DateScalar, { description: 'The day from which it is there.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; null while no end is set.' })
  validTo: string | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('InspectionPlaceVersion', { description: 'What a place was called over a period, and where it was.' })
export class InspectionPlaceVersionType {
  uuid: string;
  organizationUuid: string | null;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'Its address; null where nobody noted it.' })
  address: string | null;
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after it; null while no end is set.' })
  validTo: string | null;
}

export const InspectionPlaceConnectionType = connectionType(() => InspectionPlaceType, 'InspectionPlace');
export type InspectionPlaceConnectionType = InstanceType<typeof InspectionPlaceConnectionType>;
