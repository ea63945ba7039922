import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, publicShows, townKey } from '../db/tenant.ts';
import { Restructuring } from '../restructurings/restructuring.entity.ts';
import { Unit } from './unit.entity.ts';

/**
 * That what one unit held went on to another on a day: the chain by which figures are carried through restructurings.
 * A null successor is the town itself.
 */
export const Lineage = defineEntity({
  name: 'Lineage',
  tableName: 'lineage',
  properties: {
    ...townKey,
    restructuring: () => p.manyToOne(Restructuring),
    predecessor: () => p.manyToOne(Unit),
    successor: () => p.manyToOne(Unit).nullable(),
    day: p.date(),
    /** Whether the successor inherits what is tied to no household. A closed unit has one heir. */
    heir: p.boolean(),
    /** Whether the successor's figures go back to this predecessor where no household says otherwise. */
    designated: p.boolean(),
    /** When the restructuring was undone. */
    voidedAt: p.datetime().nullable(),
  },
  indexes: [
    { properties: ['townId', 'predecessor'] },
    { properties: ['townId', 'successor'] },
    { properties: ['townId', 'restructuring'] },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads, publicShows],
});
