import { DownloadOutlined } from '@ant-design/icons';
import { useApolloClient } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TreeFileFormat } from '../generated/graphql.ts';
import { useFailureText } from '../ui/failure.ts';
import { saveFile } from '../ui/file.ts';
import { Panel } from '../ui/Panel.tsx';
import { HOUSEHOLD_FILE_TEMPLATE } from './household-import.ts';

const formats: readonly TreeFileFormat[] = ['XLSX', 'CSV'];
const columns = ['code', 'block', 'address', 'from', 'name', 'head', 'birthYear', 'telephone', 'categories'] as const;

/** An empty file to be filled in, and what its columns hold. */
export function Template({ town }: { town: string }) {
  const { t } = useTranslation('householdImports');
  const client = useApolloClient();
  const { message } = App.useApp();
  const textOf = useFailureText();

  async function download(format: TreeFileFormat) {
    try {
      const variables = { code: town, format };
      const { data } = await client.query({ query: HOUSEHOLD_FILE_TEMPLATE, variables, fetchPolicy: 'no-cache' });
      if (data?.town?.householdFileTemplate) saveFile(data.town.householdFileTemplate);
    } catch (error) {
      void message.error(textOf(error));
    }
  }

  return (
    <Panel title={t('template')}>
      <p className="lead">{t('templateLead')}</p>
      <dl className="columns-told">
        {columns.map((column) => (
          <div key={column}>
            <dt>{t(`columns.${column}.name`)}</dt>
            <dd className="hint">{t(`columns.${column}.says`)}</dd>
          </div>
        ))}
      </dl>
      <div className="actions">
        {formats.map((format) => (
          <Button key={format} icon={<DownloadOutlined />} onClick={() => void download(format)}>
            {t('download', { format })}
          </Button>
        ))}
      </div>
    </Panel>
  );
}
