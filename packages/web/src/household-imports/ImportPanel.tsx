import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../change.ts';
import { readFailure } from '../errors.ts';
import type { ImportHouseholdsMutation } from '../generated/graphql.ts';
import { FilePicker } from '../imports/FilePicker.tsx';
import { mostBytes } from '../imports/import.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { showFailure, useFailureText } from '../ui/failure.ts';
import { readBase64 } from '../ui/file.ts';
import { Panel } from '../ui/Panel.tsx';
import {
  type Choices,
  type HouseholdOutlook,
  IMPORT_HOUSEHOLDS,
  PREVIEW_HOUSEHOLD_IMPORT,
} from './household-import.ts';
import { OutlookPanel } from './OutlookPanel.tsx';

interface Values {
  content?: File;
  from?: string;
}

/** What was looked at: importing sends exactly this, even where the file on the disk is another one by then. */
interface Looked {
  sent: { fileName: string; content: string; from: string | null };
  outlook: HouseholdOutlook;
  choices: Choices;
}

/**
 * Imports a file of households: first what it would bring is shown, with everybody who may be known already, and once it is
 * chosen what becomes of each of them it may be done.
 */
export function ImportPanel({ town }: { town: string }) {
  const { t } = useTranslation(['householdImports', 'imports']);
  const textOf = useFailureText();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState<'look' | 'import' | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<ImportHouseholdsMutation['importHouseholds'] | null>(null);
  const look = useChange(PREVIEW_HOUSEHOLD_IMPORT, { rereads: false });
  const importHouseholds = useChange(IMPORT_HOUSEHOLDS);

  async function attempt(what: 'look' | 'import', act: () => Promise<void>) {
    setBusy(what);
    setProblem(null);
    setDone(null);
    try {
      await act();
    } catch (error) {
      // The town is no longer what was looked at.
      if (readFailure(error).code === 'CONFLICT') setLooked(null);
      setProblem(showFailure(form, error, error instanceof DOMException ? t('imports:unreadable') : textOf(error)));
    } finally {
      setBusy(null);
    }
  }

  const preview = ({ content: file, from }: Values) =>
    attempt('look', async () => {
      if (!file) return;
      const sent = { fileName: file.name, content: await readBase64(file), from: from ?? null };
      const { previewHouseholdImport } = await look({ town, ...sent });
      setLooked({ sent, outlook: previewHouseholdImport, choices: { rows: new Map(), rest: null } });
    });

  const bring = ({ sent, outlook, choices: { rows, rest } }: Looked) =>
    attempt('import', async () => {
      const choices = [...rows].map(([row, handling]) => ({ row, handling }));
      const input = { town, ...sent, expectedDigest: outlook.digest, duplicates: rest ?? 'REFUSE', choices } as const;
      const { importHouseholds: made } = await importHouseholds(input);
      form.resetFields();
      setLooked(null);
      setDone(made);
    });

  return (
    <>
      <Panel title={t('import')}>
        <p className="lead">{t('lead')}</p>
        {done && (
          <Alert
            type="success"
            showIcon
            className="problem"
            title={t('done', done)}
            action={<Link to="../find">{t('find')}</Link>}
          />
        )}
        {problem && <Alert type="error" showIcon title={problem} className="problem" role="alert" />}
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => void preview(values)}
          onValuesChange={() => setLooked(null)}
        >
          <Form.Item
            name="content"
            label={t('imports:file')}
            rules={[
              { required: true, message: t('imports:fileMissing') },
              {
                validator: (_, file?: File) =>
                  file && file.size > mostBytes ? Promise.reject(new Error(t('imports:tooLarge'))) : Promise.resolve(),
              },
            ]}
          >
            <FilePicker hint={t('pickHint')} />
          </Form.Item>
          <Form.Item name="from" label={t('imports:from')} extra={t('fromHint')}>
            <DateInput />
          </Form.Item>
          <Button
            type={looked ? 'default' : 'primary'}
            htmlType="submit"
            loading={busy === 'look'}
            disabled={busy === 'import'}
          >
            {t('imports:look')}
          </Button>
        </Form>
      </Panel>
      {looked && (
        <OutlookPanel
          outlook={looked.outlook}
          fileName={looked.sent.fileName}
          choices={looked.choices}
          onChoose={(choices) => setLooked({ ...looked, choices })}
        >
          <Button
            type="primary"
            loading={busy === 'import'}
            disabled={busy === 'look'}
            onClick={() => void bring(looked)}
          >
            {t('imports:bring')}
          </Button>
        </OutlookPanel>
      )}
    </>
  );
}
