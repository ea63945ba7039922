import type { PreviewOrganizationImportMutation } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const PREVIEW_ORGANIZATION_IMPORT = graphql(`
  mutation PreviewOrganizationImport($input: PreviewOrganizationImportInput!) {
    previewOrganizationImport(input: $input) {
      rows
      organizations
      unchanged
      duplicateCount
      duplicates { row name otherRow organization { id name unit { id name } } }
      errorCount
      errors { row column code message }
      digest
    }
  }
`);

export const IMPORT_ORGANIZATIONS = graphql(`
  mutation ImportOrganizations($input: ImportOrganizationsInput!) {
    importOrganizations(input: $input) { organizations }
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

/** What an import does, in the order in which it is told. */
export const effects = ['organizations', 'unchanged'] as const;
