import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown } from '../db/tenant.ts';

/** A day that the State Council's notices make a day off 放假 or a working day 上班. Reference: it belongs to no town. */
export const WorkingDayException = defineEntity({
  name: 'WorkingDayException',
  tableName: 'working_day_exception',
  properties: {
    day: p.date().primary(),
    working: p.boolean(),
    /** The holiday, such as 春节. */
    name: p.text(),
    /** The number of the notice. */
    source: p.text(),
  },
});

/** A day that a town itself makes a day off or a working day. It comes before what the notices say. */
export const TownDay = defineEntity({
  name: 'TownDay',
  tableName: 'town_day',
  properties: {
    townId: p.bigint('number').primary(),
    day: p.date().primary(),
    working: p.boolean(),
    name: p.text(),
  },
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
