import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { TemplatePanel } from '../imports/TemplatePanel.tsx';
import { ORGANIZATION_FILE_TEMPLATE } from './organization-import.ts';

const columns = ['name', 'unit', 'kind', 'industry', 'creditCode', 'counts', 'people', 'from'] as const;

/** An empty file of organisations, and what its columns hold. */
export function Template({ town }: { town: string }) {
  const { t } = useTranslation('organizationImports');
  const client = useApolloClient();
  return (
    <TemplatePanel
      lead={t('templateLead')}
      columns={columns.map((each) => ({ name: t(`columns.${each}.name`), says: t(`columns.${each}.says`) }))}
      read={async (format) => {
        const variables = { code: town, format };
        const { data } = await client.query({ query: ORGANIZATION_FILE_TEMPLATE, variables, fetchPolicy: 'no-cache' });
        return data?.town?.organizationFileTemplate;
      }}
    />
  );
}
