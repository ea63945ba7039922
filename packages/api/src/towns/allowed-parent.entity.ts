import { defineEntity, p } from '@mikro-orm/core';
import { ownTown } from '../db/tenant.ts';
import { unitKinds } from './unit-kind.ts';

/** What may stand under what in a town, as the town's own data. The parent TOWN means directly under the town. */
export const AllowedParent = defineEntity({
  name: 'AllowedParent',
  tableName: 'allowed_parent',
  properties: {
    townId: p.bigint('number').primary(),
    kind: p.enum(unitKinds).primary(),
    parent: p.enum(unitKinds).primary(),
  },
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
