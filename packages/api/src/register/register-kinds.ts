/** What the register knows of a town: town 镇, subdistrict 街道, township 乡, or a park, farm or zone run like one. */
export type TownKind = 'TOWN' | 'SUBDISTRICT' | 'TOWNSHIP' | 'SPECIAL_ZONE';

/** What the register knows below a town: village 村, residential committee 居委会, or an area without a committee. */
export type RegisterUnitKind = 'VILLAGE' | 'COMMITTEE' | 'SPECIAL_AREA';

// Industrial and development zones, parks and resorts end in 区; farms and forest farms in 场.
const townKinds: [RegExp, TownKind][] = [
  [/镇$/, 'TOWN'],
  [/街道$/, 'SUBDISTRICT'],
  [/乡$/, 'TOWNSHIP'],
  [/(?:区|场|区）)$/, 'SPECIAL_ZONE'],
];

const unitKinds: [RegExp, RegisterUnitKind][] = [
  [/虚拟/, 'SPECIAL_AREA'],
  [/.村委会$/, 'VILLAGE'],
  [/.居委会$/, 'COMMITTEE'],
];

/** The kind that a town's printed name tells, or undefined when it tells none. */
export function townKind(name: string): TownKind | undefined {
  return townKinds.find(([pattern]) => pattern.test(name))?.[1];
}

/** The kind that a unit's printed name tells, or undefined when it tells none. */
export function unitKind(name: string): RegisterUnitKind | undefined {
  return unitKinds.find(([pattern]) => pattern.test(name))?.[1];
}
