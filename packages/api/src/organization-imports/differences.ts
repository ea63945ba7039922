import { type Handlings, type Question, readHandlings } from '../imports/handlings.ts';
import type { OrganizationFacts, OrganizationLine } from '../organizations/organization-rows.ts';
import type { OrganizationPatch } from '../organizations/revised-organization.ts';
import type { Column } from './columns.ts';
import type { FileOrganization } from './read-organizations.ts';

/** What is to become of an organisation of which a row says something else than the town does. */
export const differenceHandlings = ['REFUSE', 'KEEP', 'REVISE'] as const;
export type DifferenceHandling = (typeof differenceHandlings)[number];

const about: Question = {
  ...{ all: 'input.differences', choices: 'input.differenceChoices' },
  ...{ noneThere: 'noDifference', undecided: 'differencesFound' },
};

/** What an input tells to do with differences. Errors: those of readHandlings. */
export function differencesOf(input: {
  differences: DifferenceHandling;
  differenceChoices?: Handlings<DifferenceHandling>['choices'] | null;
}): Handlings<DifferenceHandling> {
  return readHandlings(about, input.differences, input.differenceChoices);
}

/** One thing that a row says otherwise than the town. */
interface DifferentFact {
  column: Column;
  there: string | null;
  told: string;
}

/** A row that says of an organisation that is there something else than the town does, and what would be changed by it. */
export interface Difference {
  row: number;
  line: OrganizationLine;
  facts: DifferentFact[];
  patch: OrganizationPatch;
}

/** An organisation on a day as people read it, with the unit in which it is then. */
export interface Shown {
  state: Readonly<OrganizationFacts>;
  unit: string | null;
  unitName: string;
  kindName: string;
  industryName: string | null;
}

/** What a row says otherwise; what it leaves empty it says nothing about. Whom to ask there is left out of it. */
export function compare(
  file: FileOrganization,
  told: OrganizationFacts,
  line: OrganizationLine,
  { state, unit, ...names }: Shown,
): Pick<Difference, 'facts'> & { patch: Omit<OrganizationPatch, 'from'> } {
  const patch: Partial<OrganizationFacts> = {};
  if (told.name !== state.name) patch.name = told.name;
  if (told.unit_id !== unit) patch.unit_id = told.unit_id;
  if (told.kind_id !== state.kind_id) patch.kind_id = told.kind_id;
  if (file.industry !== null && told.industry_id !== state.industry_id) patch.industry_id = told.industry_id;
  if (file.size !== null && file.size !== state.size) patch.size = file.size;
  if (file.partyMembers !== null && file.partyMembers !== state.party_members) patch.party_members = file.partyMembers;
  const texts: Record<keyof OrganizationFacts, DifferentFact> = {
    name: { column: 'name', there: state.name, told: file.name },
    unit_id: { column: 'unit', there: names.unitName, told: file.unit },
    kind_id: { column: 'kind', there: names.kindName, told: file.kind },
    industry_id: { column: 'industry', there: names.industryName, told: file.industry ?? '' },
    size: { column: 'size', there: state.size === null ? null : String(state.size), told: String(file.size) },
    party_members: { column: 'partyMembers', there: String(state.party_members), told: String(file.partyMembers) },
  };
  const facts = (Object.keys(patch) as (keyof OrganizationFacts)[]).map((key) => texts[key]);
  const creditCode = file.creditCode ?? line.creditCode;
  if (creditCode !== null && creditCode !== line.creditCode) {
    facts.push({ column: 'creditCode', there: line.creditCode, told: creditCode });
  }
  return { facts, patch: { facts: patch, creditCode } };
}
