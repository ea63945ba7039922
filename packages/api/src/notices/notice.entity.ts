import { defineEntity, p } from '@mikro-orm/core';
import { dated, forward, ownTown, publicShows, townKey } from '../db/tenant.ts';
import { Team } from '../teams/team.entity.ts';

/** A notice 公告 that a team shows on the board of its block, from a day on, until a day or until it is taken down. */
export const Notice = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  properties: {
    ...townKey,
    team: () => p.manyToOne(Team),
    title: p.text(),
    text: p.text(),
    ...dated,
    postedAt: p.datetime(),
    /** A global account. */
    postedBy: p.uuid(),
  },
  indexes: [{ properties: ['townId', 'team'] }],
  checks: [forward('notice_forward')],
  rowLevelSecurity: 'force',
  policies: [ownTown, publicShows],
});
