import { defineEntity, p } from '@mikro-orm/core';
import { dated, districtReads, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Industry, Organization } from '../organizations/organization.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Unit } from '../units/unit.entity.ts';

/** Kinds of Party organisation: committee 党委, general branch 党总支, branch 党支部, group 党小组. */
export const partyOrganizationKinds = ['COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'GROUP'] as const;
export type PartyOrganizationKind = (typeof partyOrganizationKinds)[number];

/** Of one organisation 独立, of several together 联合, or of those of a federation 联合会. */
export const partyOrganizationForms = ['INDEPENDENT', 'JOINT', 'FEDERATION'] as const;
export type PartyOrganizationForm = (typeof partyOrganizationForms)[number];

/** A Party organisation 党组织: an identity that lasts while its name, kind and place in the Party's tree change. */
export const PartyOrganization = defineEntity({
  name: 'PartyOrganization',
  tableName: 'party_organization',
  properties: {
    ...townKey,
    /** Its life `[validFrom, validTo)`. */
    ...dated,
    /** Why it is there no longer. */
    endedBecause: p.text().nullable(),
    /** What it was merged into; null where it was dissolved, or lasts. */
    successor: () => p.manyToOne(PartyOrganization).nullable(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['townId', 'successor'] }],
  checks: [forward('party_organization_life_forward')],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/**
 * What a Party organisation is over a period. Of a row only its end changes (see `writeDated`). It sits in a unit, an
 * organisation or an industry, or, with none of them, in the town itself.
 */
export const PartyOrganizationVersion = defineEntity({
  name: 'PartyOrganizationVersion',
  tableName: 'party_organization_version',
  properties: {
    ...townKey,
    partyOrganization: () => p.manyToOne(PartyOrganization),
    ...dated,
    name: p.text(),
    kind: p.enum(partyOrganizationKinds),
    form: p.enum(partyOrganizationForms),
    /** Under which it stands; null at the top of the town. */
    parent: () => p.manyToOne(PartyOrganization).nullable(),
    unit: () => p.manyToOne(Unit).nullable(),
    organization: () => p.manyToOne(Organization).nullable(),
    industry: () => p.manyToOne(Industry).nullable(),
  },
  indexes: [
    { properties: ['townId', 'partyOrganization'] },
    { properties: ['townId', 'parent'] },
    { properties: ['townId', 'unit'] },
    { properties: ['townId', 'organization'] },
    { properties: ['townId', 'industry'] },
  ],
  checks: [
    forward('party_organization_version_forward'),
    noOverlap('party_organization_version_once', ['party_organization_id']),
    { name: 'party_organization_version_seat', expression: 'num_nonnulls(unit_id, organization_id, industry_id) <= 1' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** Posts in a Party organisation: secretary 书记, deputy secretary 副书记, and members for organisation 组织, publicity 宣传, discipline 纪检 and others 委员. */
export const partyPostTitles = [
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'ORGANIZATION',
  'PUBLICITY',
  'DISCIPLINE',
  'MEMBER',
] as const;
export type PartyPostTitle = (typeof partyPostTitles)[number];

/**
 * A post in a Party organisation over a period: of a person, or ex officio of whoever is secretary of another Party
 * organisation, or Party secretary of a unit.
 */
export const PartyPost = defineEntity({
  name: 'PartyPost',
  tableName: 'party_post',
  properties: {
    ...townKey,
    partyOrganization: () => p.manyToOne(PartyOrganization),
    title: p.enum(partyPostTitles),
    person: () => p.manyToOne(Person).nullable(),
    secretaryOf: () => p.manyToOne(PartyOrganization).nullable(),
    secretaryAt: () => p.manyToOne(Unit).nullable(),
    ...dated,
  },
  indexes: [
    { properties: ['townId', 'partyOrganization'] },
    { properties: ['townId', 'person'] },
    { properties: ['townId', 'secretaryOf'] },
    { properties: ['townId', 'secretaryAt'] },
  ],
  checks: [
    forward('party_post_forward'),
    {
      name: 'party_post_held',
      expression: 'num_nonnulls(person_id, secretary_of_id, secretary_at_id) = 1',
    },
    noOverlap('party_post_once', ['party_organization_id', 'person_id', 'title'], 'person_id IS NOT NULL'),
    {
      name: 'party_post_one_secretary',
      expression: `EXCLUDE USING gist (town_id WITH =, party_organization_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (title = 'SECRETARY')`,
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/**
 * That the Social Party Committee 社会党委 manages an organisation directly 直管 over a period, or a Party organisation that
 * sits in none; what it does not is managed where it is 属地.
 */
export const DirectManagement = defineEntity({
  name: 'DirectManagement',
  tableName: 'direct_management',
  properties: {
    ...townKey,
    organization: () => p.manyToOne(Organization).nullable(),
    partyOrganization: () => p.manyToOne(PartyOrganization).nullable(),
    ...dated,
    enteredBecause: p.text(),
    leftBecause: p.text().nullable(),
  },
  indexes: [{ properties: ['townId', 'organization'] }, { properties: ['townId', 'partyOrganization'] }],
  checks: [
    forward('direct_management_forward'),
    {
      name: 'direct_management_of',
      expression: 'num_nonnulls(organization_id, party_organization_id) = 1',
    },
    noOverlap('direct_management_organization', ['organization_id'], 'organization_id IS NOT NULL'),
    noOverlap('direct_management_party', ['party_organization_id'], 'party_organization_id IS NOT NULL'),
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
