import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { TemplatePanel } from '../imports/TemplatePanel.tsx';
import { HOUSEHOLD_FILE_TEMPLATE } from './household-import.ts';

const columns = ['code', 'block', 'address', 'from', 'name', 'head', 'birthYear', 'telephone', 'categories'] as const;

/** An empty file of households, and what its columns hold. */
export function Template({ town }: { town: string }) {
  const { t } = useTranslation('householdImports');
  const client = useApolloClient();
  return (
    <TemplatePanel
      lead={t('templateLead')}
      columns={columns.map((each) => ({ name: t(`columns.${each}.name`), says: t(`columns.${each}.says`) }))}
      read={async (format) => {
        const variables = { code: town, format };
        const { data } = await client.query({ query: HOUSEHOLD_FILE_TEMPLATE, variables, fetchPolicy: 'no-cache' });
        return data?.town?.householdFileTemplate;
      }}
    />
  );
}
