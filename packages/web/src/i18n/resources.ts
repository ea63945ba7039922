import * as accounts from './accounts.ts';
import * as applications from './applications.ts';
import * as audit from './audit.ts';
import * as boards from './boards.ts';
import * as calls from './calls.ts';
import * as categories from './categories.ts';
import * as comparisons from './comparisons.ts';
import * as contactRules from './contact-rules.ts';
import * as contests from './contests.ts';
import * as coverage from './coverage.ts';
import * as coverageRates from './coverage-rates.ts';
import * as deliberations from './deliberations.ts';
import * as developers from './developers.ts';
import * as districts from './districts.ts';
import * as errors from './errors.ts';
import * as explorer from './explorer.ts';
import * as exports from './exports.ts';
import * as figureSnapshots from './figure-snapshots.ts';
import * as figures from './figures.ts';
import * as guide from './guide.ts';
import * as heldVisits from './held-visits.ts';
import * as householdImports from './household-imports.ts';
import * as households from './households.ts';
import * as imports from './imports.ts';
import * as inspectionSquads from './inspection-squads.ts';
import * as inspections from './inspections.ts';
import * as jobPlacements from './job-placements.ts';
import * as mediations from './mediations.ts';
import * as notices from './notices.ts';
import * as organizationImports from './organization-imports.ts';
import * as organizations from './organizations.ts';
import * as overlays from './overlays.ts';
import * as pairings from './pairings.ts';
import * as partyOrganizations from './party-organizations.ts';
import * as partyWork from './party-work.ts';
import * as patrols from './patrols.ts';
import * as people from './people.ts';
import * as permissions from './permissions.ts';
import * as petitions from './petitions.ts';
import * as photos from './photos.ts';
import * as programmeMoney from './programme-money.ts';
import * as programmeOffers from './programme-offers.ts';
import * as programmeResults from './programme-results.ts';
import * as programmes from './programmes.ts';
import * as projects from './projects.ts';
import * as publications from './publications.ts';
import * as queue from './queue.ts';
import * as relief from './relief.ts';
import * as reliefFunds from './relief-funds.ts';
import * as reliefItems from './relief-items.ts';
import * as reliefSums from './relief-sums.ts';
import * as reminders from './reminders.ts';
import * as reportedFigures from './reported-figures.ts';
import * as requests from './requests.ts';
import * as residents from './residents.ts';
import * as restructurings from './restructurings.ts';
import * as scopes from './scopes.ts';
import * as serviceNumbers from './service-numbers.ts';
import * as signin from './signin.ts';
import * as storedOperations from './stored-operations.ts';
import * as subjects from './subjects.ts';
import * as teams from './teams.ts';
import * as today from './today.ts';
import * as towns from './towns.ts';
import * as ui from './ui.ts';
import * as units from './units.ts';
import * as usage from './usage.ts';
import * as visits from './visits.ts';
import * as volunteers from './volunteers.ts';
import * as webhooks from './webhooks.ts';
import type { Words } from './words.ts';

const zh = {
  accounts: accounts.zh,
  applications: applications.zh,
  audit: audit.zh,
  boards: boards.zh,
  publications: publications.zh,
  serviceNumbers: serviceNumbers.zh,
  calls: calls.zh,
  categories: categories.zh,
  comparisons: comparisons.zh,
  contactRules: contactRules.zh,
  coverageRates: coverageRates.zh,
  coverage: coverage.zh,
  developers: developers.zh,
  districts: districts.zh,
  errors: errors.zh,
  exports: exports.zh,
  explorer: explorer.zh,
  figures: figures.zh,
  figureSnapshots: figureSnapshots.zh,
  guide: guide.zh,
  heldVisits: heldVisits.zh,
  householdImports: householdImports.zh,
  households: households.zh,
  imports: imports.zh,
  mediations: mediations.zh,
  notices: notices.zh,
  organizationImports: organizationImports.zh,
  organizations: organizations.zh,
  overlays: overlays.zh,
  partyOrganizations: partyOrganizations.zh,
  partyWork: partyWork.zh,
  inspections: inspections.zh,
  inspectionSquads: inspectionSquads.zh,
  patrols: patrols.zh,
  people: people.zh,
  permissions: permissions.zh,
  petitions: petitions.zh,
  photos: photos.zh,
  queue: queue.zh,
  jobPlacements: jobPlacements.zh,
  pairings: pairings.zh,
  relief: relief.zh,
  reliefFunds: reliefFunds.zh,
  reliefItems: reliefItems.zh,
  reliefSums: reliefSums.zh,
  reminders: reminders.zh,
  contests: contests.zh,
  programmeOffers: programmeOffers.zh,
  programmeResults: programmeResults.zh,
  programmes: programmes.zh,
  programmeMoney: programmeMoney.zh,
  projects: projects.zh,
  deliberations: deliberations.zh,
  reportedFigures: reportedFigures.zh,
  requests: requests.zh,
  residents: residents.zh,
  restructurings: restructurings.zh,
  scopes: scopes.zh,
  signin: signin.zh,
  storedOperations: storedOperations.zh,
  subjects: subjects.zh,
  teams: teams.zh,
  today: today.zh,
  towns: towns.zh,
  ui: ui.zh,
  units: units.zh,
  usage: usage.zh,
  visits: visits.zh,
  volunteers: volunteers.zh,
  webhooks: webhooks.zh,
};

const en: Words<typeof zh> = {
  accounts: accounts.en,
  applications: applications.en,
  audit: audit.en,
  boards: boards.en,
  publications: publications.en,
  serviceNumbers: serviceNumbers.en,
  calls: calls.en,
  categories: categories.en,
  comparisons: comparisons.en,
  contactRules: contactRules.en,
  coverageRates: coverageRates.en,
  coverage: coverage.en,
  developers: developers.en,
  districts: districts.en,
  errors: errors.en,
  exports: exports.en,
  explorer: explorer.en,
  figures: figures.en,
  figureSnapshots: figureSnapshots.en,
  guide: guide.en,
  heldVisits: heldVisits.en,
  householdImports: householdImports.en,
  households: households.en,
  imports: imports.en,
  mediations: mediations.en,
  notices: notices.en,
  organizationImports: organizationImports.en,
  organizations: organizations.en,
  overlays: overlays.en,
  partyOrganizations: partyOrganizations.en,
  partyWork: partyWork.en,
  inspections: inspections.en,
  inspectionSquads: inspectionSquads.en,
  patrols: patrols.en,
  people: people.en,
  permissions: permissions.en,
  petitions: petitions.en,
  photos: photos.en,
  queue: queue.en,
  jobPlacements: jobPlacements.en,
  pairings: pairings.en,
  relief: relief.en,
  reliefFunds: reliefFunds.en,
  reliefItems: reliefItems.en,
  reliefSums: reliefSums.en,
  reminders: reminders.en,
  contests: contests.en,
  programmeOffers: programmeOffers.en,
  programmeResults: programmeResults.en,
  programmes: programmes.en,
  programmeMoney: programmeMoney.en,
  projects: projects.en,
  deliberations: deliberations.en,
  reportedFigures: reportedFigures.en,
  requests: requests.en,
  residents: residents.en,
  restructurings: restructurings.en,
  scopes: scopes.en,
  signin: signin.en,
  storedOperations: storedOperations.en,
  subjects: subjects.en,
  teams: teams.en,
  today: today.en,
  towns: towns.en,
  ui: ui.en,
  units: units.en,
  usage: usage.en,
  visits: visits.en,
  volunteers: volunteers.en,
  webhooks: webhooks.en,
};

/** Every word of the web, by language and noun. */
export const resources = { 'zh-CN': zh, en };
