/**
 * The fields that read personal data, with what they answer to an operation that names no purpose. Each of their
 * resolvers asks `personal` (audit/), so that whoever looked can be found; a test walks them all.
 */
export const personalFields = {
  'Resident.name': 'masked',
  'Resident.birthYear': 'null',
  'Resident.telephone': 'masked',
  'Visit.situation': 'null',
  'Visit.demand': 'null',
  'Visit.service': 'null',
  'Visit.outcome': 'null',
  'VisitVersion.situation': 'null',
  'VisitVersion.demand': 'null',
  'VisitVersion.service': 'null',
  'VisitVersion.outcome': 'null',
  'HouseholdCategory.category': 'null',
  'HouseholdCategory.name': 'masked',
  'HouseholdCategory.resident': 'null',
  'HouseholdCategory.reason': 'null',
} as const satisfies Record<string, 'masked' | 'null' | 'refused'>;

export type PersonalField = keyof typeof personalFields;
