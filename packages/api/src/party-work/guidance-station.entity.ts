import { defineEntity, p } from '@mikro-orm/core';
import { dated, districtReads, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { OrganizationKind } from '../organizations/organization.entity.ts';
import { PartyOrganization } from '../party-organizations/party-organization.entity.ts';

/** A guidance station 党建工作指导站 of a centre, led by whoever is secretary of the centre's Party organisation. */
export const GuidanceStation = defineEntity({
  name: 'GuidanceStation',
  tableName: 'guidance_station',
  properties: {
    ...townKey,
    name: p.text(),
    /** The centre that runs it, such as 农业服务中心. */
    host: p.text(),
    /** Whose secretary leads it. */
    ledBy: () => p.manyToOne(PartyOrganization),
    ...dated,
    version: p.integer().version(),
  },
  indexes: [{ properties: ['townId', 'ledBy'] }],
  checks: [forward('guidance_station_life_forward'), noOverlap('guidance_station_name', ['name'])],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** That a guidance station guides organisations of a kind over a period. */
export const GuidedKind = defineEntity({
  name: 'GuidedKind',
  tableName: 'guided_kind',
  properties: {
    ...townKey,
    station: () => p.manyToOne(GuidanceStation),
    kind: () => p.manyToOne(OrganizationKind),
    ...dated,
  },
  indexes: [{ properties: ['townId', 'station'] }, { properties: ['townId', 'kind'] }],
  checks: [forward('guided_kind_forward'), noOverlap('guided_kind_once', ['station_id', 'kind_id'])],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
