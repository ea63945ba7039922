import { defineEntity, p } from '@mikro-orm/core';
import { Category } from '../categories/category.entity.ts';
import { dated, districtReads, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';

/** A kind of pairing 结对类型 in a town's own list: 贫病, 独居 … What it is called and which households it is for its versions say. */
export const PairingKind = defineEntity({
  name: 'PairingKind',
  tableName: 'pairing_kind',
  properties: {
    ...townKey,
    /** Says something about health or disability, as 贫病 and 残疾 do. Never changes. */
    sensitive: p.boolean(),
    /** Its place in the town's list. */
    position: p.integer(),
    version: p.integer().version(),
  },
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** A kind's name over a period. Of a row only its end changes. */
export const PairingKindVersion = defineEntity({
  name: 'PairingKindVersion',
  tableName: 'pairing_kind_version',
  properties: { ...townKey, kind: () => p.manyToOne(PairingKind), name: p.text(), ...dated },
  checks: [
    noOverlap('pairing_kind_version_once', ['kind_id']),
    noOverlap('pairing_kind_version_name', ['name']),
    forward('pairing_kind_version_forward'),
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** A category whose households ought to have a pairing of a kind, as one version of it says. */
export const PairingKindCategory = defineEntity({
  name: 'PairingKindCategory',
  tableName: 'pairing_kind_category',
  properties: {
    ...townKey,
    version: () => p.manyToOne(PairingKindVersion),
    category: () => p.manyToOne(Category),
  },
  uniques: [{ properties: ['townId', 'version', 'category'] }],
  indexes: [{ properties: ['townId', 'category'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
