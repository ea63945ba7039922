import { defineEntity, p } from '@mikro-orm/core';
import { dated, districtReads, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Unit } from '../units/unit.entity.ts';

/** What organisations of the new sectors are, as districts compare them. */
export const organizationClasses = [
  'ENTERPRISE_ABOVE_SCALE',
  'ENTERPRISE_BELOW_SCALE',
  'COOPERATIVE',
  'ACTIVITY_GROUP',
  'NEWCOMER_COMMUNITY',
  'PARK',
  'SOCIAL_ORGANIZATION',
] as const;
export type OrganizationClass = (typeof organizationClasses)[number];

/** A kind 组织类别 of organisations in a town's own list, such as 规模以上非公企业. */
export const OrganizationKind = defineEntity({
  name: 'OrganizationKind',
  tableName: 'organization_kind',
  properties: {
    ...townKey,
    name: p.text(),
    /** Never changes. */
    class: p.enum(organizationClasses),
    /** Where it stands in the list. */
    position: p.integer(),
    ...dated,
    version: p.integer().version(),
  },
  checks: [forward('organization_kind_life_forward'), noOverlap('organization_kind_name', ['name'])],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** An industry 行业 in a town's own list, such as 餐饮. */
export const Industry = defineEntity({
  name: 'Industry',
  tableName: 'industry',
  properties: {
    ...townKey,
    name: p.text(),
    /** Where it stands in the list. */
    position: p.integer(),
    ...dated,
    version: p.integer().version(),
  },
  checks: [forward('industry_life_forward'), noOverlap('industry_name', ['name'])],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** An organisation of the new sectors 两新组织: an identity that lasts while its name, kind and place change. */
export const Organization = defineEntity({
  name: 'Organization',
  tableName: 'organization',
  properties: {
    ...townKey,
    /** Its unified social credit code 统一社会信用代码, 18 characters; many activity groups have none. */
    creditCode: p.text().nullable(),
    /** Its life `[validFrom, validTo)`. */
    ...dated,
    /** Why it is there no longer. */
    closedBecause: p.text().nullable(),
    /** Tells in the audit of readings whose contacts were looked at. */
    auditKey: p.uuid(),
    version: p.integer().version(),
  },
  checks: [
    forward('organization_life_forward'),
    noOverlap('organization_credit_code', ['credit_code'], 'credit_code IS NOT NULL'),
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** What an organisation is over a period. Of a row only its end changes (see `writeDated`). */
export const OrganizationVersion = defineEntity({
  name: 'OrganizationVersion',
  tableName: 'organization_version',
  properties: {
    ...townKey,
    organization: () => p.manyToOne(Organization),
    ...dated,
    name: p.text(),
    kind: () => p.manyToOne(OrganizationKind),
    /** Where it is registered; what a restructuring makes of that unit is found when it is read. */
    unit: () => p.manyToOne(Unit),
    industry: () => p.manyToOne(Industry).nullable(),
    /** How many people work for it, or are members of it. */
    size: p.integer().nullable(),
    partyMembers: p.integer(),
  },
  indexes: [
    { properties: ['townId', 'organization'] },
    { properties: ['townId', 'unit'] },
    { properties: ['townId', 'kind'] },
    { properties: ['townId', 'industry'] },
  ],
  checks: [forward('organization_version_forward'), noOverlap('organization_version_once', ['organization_id'])],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** Who owns an organisation and whom to ask there, over a period: people's data, for its town alone. */
export const OrganizationContact = defineEntity({
  name: 'OrganizationContact',
  tableName: 'organization_contact',
  properties: {
    ...townKey,
    organization: () => p.manyToOne(Organization),
    ...dated,
    owner: p.text().nullable(),
    contact: p.text().nullable(),
    telephone: p.text().nullable(),
  },
  indexes: [{ properties: ['townId', 'organization'] }],
  checks: [forward('organization_contact_forward'), noOverlap('organization_contact_once', ['organization_id'])],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
