import { DownloadOutlined } from '@ant-design/icons';
import { useApolloClient } from '@apollo/client/react';
import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeFileFormat } from '../generated/graphql.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { saveFile } from '../ui/file.ts';
import { Panel } from '../ui/Panel.tsx';
import { TREE_FILE } from './import.ts';

const formats: readonly TreeFileFormat[] = ['XLSX', 'CSV'];

/** The town's tree of a day as a file, which is also what a file to import looks like. */
export function ExportPanel({ town }: { town: string }) {
  const { t } = useTranslation('imports');
  const client = useApolloClient();
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [asOf, setAsOf] = useState(dayInShanghai());
  const [busy, setBusy] = useState<TreeFileFormat | null>(null);

  async function download(format: TreeFileFormat) {
    setBusy(format);
    try {
      const variables = { code: town, format, asOf };
      const { data } = await client.query({ query: TREE_FILE, variables, fetchPolicy: 'no-cache' });
      const file = data?.town?.treeFile;
      if (file) saveFile(file);
    } catch (error) {
      void message.error(textOf(error));
    } finally {
      setBusy(null);
    }
  }

  return (
    <Panel title={t('export')}>
      <p className="lead">{t('exportLead')}</p>
      <Form layout="vertical">
        <Form.Item label={t('asOf')} htmlFor="export-as-of">
          <DateInput id="export-as-of" value={asOf} onChange={(day) => setAsOf(day ?? dayInShanghai())} />
        </Form.Item>
        <div className="actions">
          {formats.map((format) => (
            <Button
              key={format}
              icon={<DownloadOutlined />}
              loading={busy === format}
              disabled={busy !== null}
              onClick={() => void download(format)}
            >
              {t('download', { format })}
            </Button>
          ))}
        </div>
      </Form>
    </Panel>
  );
}
