import type { Work } from './price-line.ts';

/** What is worked out once for all objects of one place. */
const once = (weight: number): Work => ({ weight, once: true });

/** Mutations that may do their work before they find that it cannot be done: one of these that is refused does not give it back. */
export const workedBeforeRefused: ReadonlySet<string> = new Set([
  'applyDraft',
  'importHouseholds',
  'importOrganizations',
  'importTree',
  'previewHouseholdImport',
  'previewOrganizationImport',
  'previewTreeImport',
  'undoRestructuring',
]);

/**
 * The work that fields ask for beside what they answer, in points: what it takes in a town of 40,000 households, in millionths of a second
 * of one core (docs/bench.md); of fields that take more for some arguments than for others about the middle.
 */
export const works: Readonly<Record<string, Work>> = {
  'Application.usage': once(30_000),
  'ApplicationConsent.usage': once(5000),
  'Town.changes': once(10_000),
  'Town.comparisons': once(140_000),
  'Town.dueHouseholds': once(300_000),
  'Town.figure': once(20_000),
  'Town.findHouseholds': once(30_000),
  'Town.findings': once(20_000),
  'Town.householdFileTemplate': once(50_000),
  'Town.organizationFile': once(400_000),
  'Town.organizationFileTemplate': once(50_000),
  'Town.partyFindings': once(5000),
  'Town.previewContactRule': once(500_000),
  'Town.recurringSubjects': once(60_000),
  'Town.reliefSums': once(20_000),
  'Town.volunteerLedger': once(200_000),
  'Town.volunteerPoints': once(50_000),
  'Town.requestRates': once(20_000),
  'Town.callRates': once(20_000),
  'Town.patrolRates': once(20_000),
  'Town.inspectionSums': once(20_000),
  'Town.series': once(200_000),
  'Town.treeFile': once(400_000),
  'District.figures': once(100_000),
  'District.series': once(200_000),
  'District.totals': once(100_000),
  'Figure.households': once(130_000),
  'Figure.parts': once(10_000),
  'Figure.requests': once(20_000),
  'Figure.visits': once(90_000),
  // Of 300 units and all indicators, held against today.
  'FigureSnapshot.figures': { weight: 110_000 },
  // Of 80,000 residents, of one programme.
  'Programme.candidates': { weight: 300_000 },
  // A draft is worked out on the whole of its town, once for all three (docs/bench.md, the drafts).
  'Restructuring.checks': { weight: 150_000 },
  'Restructuring.difference': { weight: 150_000 },
  'Restructuring.tree': { weight: 150_000 },
  'Viewer.reminders': once(100_000),
  // Mutations that take longer than the others.
  'Mutation.applyDraft': { weight: 300_000 },
  'Mutation.closePeriod': { weight: 1_000_000 },
  'Mutation.importHouseholds': { weight: 2_000_000 },
  'Mutation.importOrganizations': { weight: 2_000_000 },
  'Mutation.importTree': { weight: 2_000_000 },
  'Mutation.previewHouseholdImport': { weight: 1_000_000 },
  'Mutation.previewOrganizationImport': { weight: 1_000_000 },
  'Mutation.previewTreeImport': { weight: 1_000_000 },
  'Mutation.registerHouseholds': { weight: 100_000 },
  // It takes minutes of half a core, later, and there is one at a time.
  'Mutation.requestExport': { weight: 500_000 },
  'Mutation.draftRestructuring': { weight: 20_000 },
  'Mutation.reviseDraft': { weight: 20_000 },
  'Mutation.replayWebhookDeliveries': { weight: 300_000 },
  'Mutation.setUpTown': { weight: 50_000 },
  // All that may be sent at once, of documents that are as costly to price as may be.
  'Mutation.storeOperations': { weight: 1_000_000 },
  'Mutation.syncVisits': { weight: 200_000 },
  'Mutation.undoRestructuring': { weight: 300_000 },
};
