import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, publicShows, townKey } from '../db/tenant.ts';

/**
 * A photograph of a place, or of somebody who agreed to be shown on boards, as a JPEG without what cameras write beside the picture. Whatever shows it holds the link:
 * until then only whoever added it may use it.
 */
export const Photo = defineEntity({
  name: 'Photo',
  tableName: 'photo',
  properties: {
    ...townKey,
    /** The picture; at most 400 kB. */
    jpeg: p.blob(),
    /** In pixels. */
    width: p.integer(),
    height: p.integer(),
    addedAt: p.datetime(),
    addedBy: p.uuid(),
  },
  rowLevelSecurity: 'force',
  policies: [ownTown, publicShows],
});
