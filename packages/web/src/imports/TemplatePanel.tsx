import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TreeFileFormat } from '../generated/graphql.ts';
import { useFailureText } from '../ui/failure.ts';
import { saveFile } from '../ui/file.ts';
import { Panel } from '../ui/Panel.tsx';

const formats: readonly TreeFileFormat[] = ['XLSX', 'CSV'];

interface Props {
  lead: string;
  /** What the columns are called, and what they hold. */
  columns: readonly { name: string; says: string }[];
  /** Reads the empty file; undefined where the viewer is given none. */
  read: (format: TreeFileFormat) => Promise<Parameters<typeof saveFile>[0] | null | undefined>;
}

/** An empty file to be filled in, and what its columns hold. */
export function TemplatePanel({ lead, columns, read }: Props) {
  const { t } = useTranslation('imports');
  const { message } = App.useApp();
  const textOf = useFailureText();

  async function download(format: TreeFileFormat) {
    try {
      const file = await read(format);
      if (file) saveFile(file);
    } catch (error) {
      void message.error(textOf(error));
    }
  }

  return (
    <Panel title={t('template')}>
      <p className="lead">{lead}</p>
      <dl className="columns-told">
        {columns.map(({ name, says }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="hint">{says}</dd>
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
