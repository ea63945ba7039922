import { defineEntity, p } from '@mikro-orm/core';
import { dated, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Unit } from '../units/unit.entity.ts';

/** A route 巡逻路线 that is patrolled again and again in a unit. What it is called and where it leads its versions say. */
export const PatrolRoute = defineEntity({
  name: 'PatrolRoute',
  tableName: 'patrol_route',
  properties: {
    ...townKey,
    unit: () => p.manyToOne(Unit),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['townId', 'unit'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A route's name and stops over a period. Of a row only its end changes. */
export const PatrolRouteVersion = defineEntity({
  name: 'PatrolRouteVersion',
  tableName: 'patrol_route_version',
  properties: {
    ...townKey,
    route: () => p.manyToOne(PatrolRoute),
    name: p.text(),
    ...dated,
  },
  checks: [noOverlap('patrol_route_version_once', ['route_id']), forward('patrol_route_version_forward')],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A place that a version of a route leads by. */
export const PatrolStop = defineEntity({
  name: 'PatrolStop',
  tableName: 'patrol_stop',
  properties: {
    ...townKey,
    version: () => p.manyToOne(PatrolRouteVersion),
    /** Its place in the order of the route, from 1 on. */
    position: p.integer(),
    name: p.text(),
  },
  uniques: [{ properties: ['townId', 'version', 'position'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
