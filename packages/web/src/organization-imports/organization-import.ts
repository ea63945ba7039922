import type { DifferenceHandling, PreviewOrganizationImportMutation } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { type Asked, type Choices, type DuplicateChoice, noChoices } from '../imports/choices.ts';

export const PREVIEW_ORGANIZATION_IMPORT = graphql(`
  mutation PreviewOrganizationImport($input: PreviewOrganizationImportInput!) {
    previewOrganizationImport(input: $input) {
      rows
      organizations
      unchanged
      duplicateCount
      duplicates { row name otherRow organization { id name unit { id name } } }
      differenceCount
      differences { row from organization { id name unit { id name } } facts { column there told } }
      errorCount
      errors { row column code message }
      digest
    }
  }
`);

export const IMPORT_ORGANIZATIONS = graphql(`
  mutation ImportOrganizations($input: ImportOrganizationsInput!) {
    importOrganizations(input: $input) { organizations revised }
  }
`);

export const ORGANIZATION_FILE_TEMPLATE = graphql(`
  query OrganizationFileTemplate($code: RegisterCode!, $format: TreeFileFormat!) {
    town(code: $code) {
      id
      organizationFileTemplate(format: $format) { fileName contentType content }
    }
  }
`);

export type OrganizationOutlook = PreviewOrganizationImportMutation['previewOrganizationImport'];
export type OrganizationDuplicate = OrganizationOutlook['duplicates'][number];
export type OrganizationDifference = OrganizationOutlook['differences'][number];

/** What may be chosen for a row that says something else of an organisation that is there. */
export type DifferenceChoice = Exclude<DifferenceHandling, 'REFUSE'>;

/** What was chosen for the rows of a file. */
export interface Answers {
  duplicates: Choices<DuplicateChoice>;
  differences: Choices<DifferenceChoice>;
}

/** Nothing is chosen yet. */
export const unanswered: Answers = { duplicates: noChoices, differences: noChoices };

/** The rows that say something else of organisations that are there, as they are asked about. */
export function differencesIn({ differenceCount, differences }: OrganizationOutlook): Asked<OrganizationDifference> {
  return { count: differenceCount, rows: differences };
}

/** What an import does, or would where it is chosen so, in the order in which it is told. */
export const effects = ['organizations', 'differenceCount', 'unchanged'] as const;
