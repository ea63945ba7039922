import { about, atMost } from './list-size.ts';
import type { ListSize } from './price-line.ts';

/** A list of a payload with as many entries as one of the input names; as many as are told where it names none. */
const answering = (field: string, argument: string, assumedSize = 0): ListSize => ({
  ...{ assumedSize, slicingArguments: [`input.${argument}`], sizedFields: [field] },
});

const reliefTogether = answering('reliefApplications', 'reliefApplications');

/** How many entries the lists of payloads have, and which lists of payloads arguments of mutations size. */
export const payloadLists: Readonly<Record<string, ListSize>> = {
  'ContactRulesPayload.contactRules': about(10, 500),
  'ProgrammeResultsPayload.enrolments': about(5, 500),
  'RecordAttendancePayload.enrolments': about(5, 500),
  'EnrolInProgrammePayload.enrolments': about(5, 500),
  'HouseholdImportPayload.duplicates': atMost(200),
  'HouseholdImportPayload.errors': atMost(200),
  'ImportTreePayload.additions': atMost(200),
  'ImportTreePayload.errors': atMost(200),
  'Mutation.applyForReliefTogether': answering('reliefApplications', 'households'),
  'Mutation.approveReliefTogether': reliefTogether,
  'Mutation.enrolInProgramme': answering('enrolments', 'takers'),
  'Mutation.issueCertificates': answering('enrolments', 'enrolments', 500),
  'Mutation.recordResults': answering('enrolments', 'results'),
  'Mutation.recordAttendance': answering('enrolments', 'attendances'),
  'Mutation.endorseReliefTogether': reliefTogether,
  'Mutation.payReliefTogether': reliefTogether,
  'Mutation.registerHouseholds': answering('households', 'codes'),
  'Mutation.syncVisits': answering('results', 'visits'),
  'OrganizationImportPayload.differences': atMost(200),
  'OrganizationImportPayload.duplicates': atMost(200),
  'OrganizationImportPayload.errors': atMost(200),
  'PreviewTreeImportPayload.additions': atMost(200),
  'PreviewTreeImportPayload.errors': atMost(200),
  'RegisterHouseholdsPayload.households': about(5, 5000),
  'ReliefTogetherPayload.reliefApplications': about(5, 500),
  'SyncVisitsPayload.results': atMost(50),
  'TakeRemediesPayload.changes': about(10, 300),
  'ServiceNumberPayload.numbers': atMost(12),
};
