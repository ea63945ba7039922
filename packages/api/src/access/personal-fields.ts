/**
 * What an operation that names no purpose gets in place of a personal value: the beginning of a name, a telephone number
 * without its middle, something else that its resolver says instead, nothing, or a refusal.
 */
type Mask = 'name' | 'telephone' | 'masked' | 'null' | 'refused';

/**
 * The fields that read personal data, with what they answer to an operation that names no purpose. Each of their
 * resolvers asks `personal` (audit/), so that whoever looked can be found; a test walks them all.
 */
export const personalFields = {
  'Resident.name': 'name',
  'Resident.birthYear': 'null',
  'Request.description': 'null',
  'RequestEvent.text': 'null',
  'Call.callerName': 'name',
  'Call.telephone': 'telephone',
  'Call.matter': 'null',
  'Call.answer': 'null',
  'CallEvent.callerName': 'name',
  'CallEvent.telephone': 'telephone',
  'CallEvent.matter': 'null',
  'CallEvent.answer': 'null',
  'CallEvent.text': 'null',
  'Petition.matter': 'null',
  'Petition.answer': 'null',
  'PetitionEvent.text': 'null',
  'PetitionMeeting.agreed': 'null',
  'Petitioner.name': 'name',
  'Petitioner.telephone': 'telephone',
  'Mediation.matter': 'null',
  'Mediation.agreement': 'null',
  'MediationParty.name': 'name',
  'MediationTalk.said': 'null',
  'MediationEvent.text': 'null',
  'ReliefApplication.item': 'null',
  'ReliefApplication.itemName': 'masked',
  'ReliefApplication.reason': 'null',
  'ReliefEvent.text': 'null',
  'ProgrammeEnrolment.programme': 'null',
  'ProgrammeEnrolment.withdrawnBecause': 'null',
  'ProgrammeEnrolment.attendances': 'null',
  'JobPlacement.employer': 'null',
  'JobPlacement.withdrawnBecause': 'null',
  'Resident.telephone': 'telephone',
  'Household.address': 'null',
  'Household.label': 'masked',
  'Town.findHouseholds': 'refused',
  'HouseholdChange.before': 'masked',
  'HouseholdChange.after': 'masked',
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
  'Organization.owner': 'name',
  'Organization.contact': 'name',
  'Organization.telephone': 'telephone',
  'Town.organizationFile': 'masked',
  'HeldVisit.situation': 'null',
  'HeldVisit.demand': 'null',
  'HeldVisit.service': 'null',
  'HeldVisit.outcome': 'null',
  'HeldVisitRequest.description': 'null',
} as const satisfies Record<string, Mask>;

export type PersonalField = keyof typeof personalFields;
