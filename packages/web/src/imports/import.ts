import type { PreviewTreeImportMutation } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const PREVIEW_TREE_IMPORT = graphql(`
  mutation PreviewTreeImport($input: PreviewTreeImportInput!) {
    previewTreeImport(input: $input) {
      rows
      opens
      additions { row kind name parent perhapsRenamed }
      teams
      people
      members
      officers
      unchanged
      errorCount
      errors { row column code message }
      digest
    }
  }
`);

export const IMPORT_TREE = graphql(`
  mutation ImportTree($input: ImportTreeInput!) {
    importTree(input: $input) { opens teams people members officers unchanged }
  }
`);

export const TREE_FILE = graphql(`
  query TreeFile($code: RegisterCode!, $format: TreeFileFormat!, $asOf: Date) {
    town(code: $code) {
      id
      treeFile(format: $format, asOf: $asOf) { fileName contentType content }
    }
  }
`);

/** The most bytes that a file may have. */
export const mostBytes = 6 * 1024 * 1024;

export type Outlook = PreviewTreeImportMutation['previewTreeImport'];

/** What an import does, in the order in which it is told. */
export const effects = ['opens', 'teams', 'people', 'members', 'officers', 'unchanged'] as const;
