import type { PreviewHouseholdImportMutation } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { type Choices, type DuplicateChoice, noChoices } from '../imports/choices.ts';

// Whom the town has already is shown as who keeps residents' data may see them: otherwise nobody could tell them apart.
export const PREVIEW_HOUSEHOLD_IMPORT = graphql(`
  mutation PreviewHouseholdImport($input: PreviewHouseholdImportInput!) @purpose(of: UPKEEP) {
    previewHouseholdImport(input: $input) {
      rows
      households
      members
      categories
      unchanged
      duplicateCount
      duplicates { row code otherRow household { id code label address } }
      errorCount
      errors { row column code message }
      digest
    }
  }
`);

export const IMPORT_HOUSEHOLDS = graphql(`
  mutation ImportHouseholds($input: ImportHouseholdsInput!) @purpose(of: UPKEEP) {
    importHouseholds(input: $input) { households members categories }
  }
`);

export const HOUSEHOLD_FILE_TEMPLATE = graphql(`
  query HouseholdFileTemplate($code: RegisterCode!, $format: TreeFileFormat!) {
    town(code: $code) {
      id
      householdFileTemplate(format: $format) { fileName contentType content }
    }
  }
`);

export type Duplicate = PreviewHouseholdImportMutation['previewHouseholdImport']['duplicates'][number];

/** Nothing is chosen yet. */
export const unanswered: Choices<DuplicateChoice> = noChoices;

/** What an import does, in the order in which it is told. */
export const effects = ['households', 'members', 'categories', 'unchanged'] as const;
