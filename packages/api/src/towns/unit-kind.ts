/**
 * Kinds of unit 单位类型: the town 镇, service area 服务区, community 社区, village 村, residential committee 居委,
 * special area 特别区域 (a zone or farm without a committee), park 园区, block 块区 and building group 楼组.
 */
export const unitKinds = [
  'TOWN',
  'SERVICE_AREA',
  'COMMUNITY',
  'VILLAGE',
  'COMMITTEE',
  'SPECIAL_AREA',
  'PARK',
  'BLOCK',
  'BUILDING',
] as const;

export type UnitKind = (typeof unitKinds)[number];

/** What a town starts with; `setAllowedParents` changes it for one town. */
export const usualParents: Record<Exclude<UnitKind, 'TOWN'>, readonly UnitKind[]> = {
  SERVICE_AREA: ['TOWN'],
  COMMUNITY: ['TOWN', 'SERVICE_AREA'],
  VILLAGE: ['TOWN', 'SERVICE_AREA', 'COMMUNITY'],
  COMMITTEE: ['TOWN', 'SERVICE_AREA', 'COMMUNITY'],
  SPECIAL_AREA: ['TOWN', 'SERVICE_AREA'],
  PARK: ['TOWN', 'SERVICE_AREA', 'COMMUNITY'],
  BLOCK: ['COMMUNITY', 'VILLAGE', 'COMMITTEE', 'SPECIAL_AREA', 'PARK'],
  BUILDING: ['BLOCK'],
};
