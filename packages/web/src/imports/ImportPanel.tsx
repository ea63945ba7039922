import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../change.ts';
import { readFailure } from '../errors.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { showFailure, useFailureText } from '../ui/failure.ts';
import { readBase64 } from '../ui/file.ts';
import { most } from '../ui/limits.ts';
import { Panel } from '../ui/Panel.tsx';
import { FilePicker } from './FilePicker.tsx';
import { IMPORT_TREE, importable, mostBytes, type Outlook, PREVIEW_TREE_IMPORT } from './import.ts';
import { OutlookPanel } from './OutlookPanel.tsx';

interface Values {
  content?: File;
  from?: string;
  reason?: string;
  documentNumber?: string;
}

/** What was looked at: importing sends exactly this, even where the file on the disk is another one by then. */
interface Looked {
  sent: { fileName: string; content: string; from: string | null };
  outlook: Outlook;
}

/** Imports a file of the tree: first what it would do is shown, then it may be done. What was entered stays after a failure. */
export function ImportPanel({ town }: { town: string }) {
  const { t } = useTranslation('imports');
  const textOf = useFailureText();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState<'look' | 'import' | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** How many rows were imported last. */
  const [done, setDone] = useState<number | null>(null);
  const look = useChange(PREVIEW_TREE_IMPORT, { rereads: false });
  const importTree = useChange(IMPORT_TREE);

  async function attempt(what: 'look' | 'import', act: () => Promise<void>) {
    setBusy(what);
    setProblem(null);
    setDone(null);
    try {
      await act();
    } catch (error) {
      // The town is no longer what was looked at, or somebody else has done the same by now.
      if (readFailure(error).code === 'CONFLICT') setLooked(null);
      setProblem(showFailure(form, error, error instanceof DOMException ? t('unreadable') : textOf(error)));
    } finally {
      setBusy(null);
    }
  }

  const preview = ({ content: file, from }: Values) =>
    attempt('look', async () => {
      if (!file) return;
      const sent = { fileName: file.name, content: await readBase64(file), from: from ?? null };
      const { previewTreeImport } = await look({ town, ...sent });
      setLooked({ sent, outlook: previewTreeImport });
    });

  const bring = ({ sent, outlook }: Looked) =>
    attempt('import', async () => {
      const { reason = '', documentNumber = '' } = form.getFieldsValue();
      await importTree({
        town,
        ...sent,
        expectedDigest: outlook.digest,
        reason: reason.trim() || null,
        documentNumber: documentNumber.trim() || null,
      });
      form.resetFields();
      setLooked(null);
      setDone(outlook.rows - outlook.unchanged);
    });

  return (
    <>
      <Panel title={t('import')}>
        <p className="lead">{t('importLead')}</p>
        {done !== null && (
          <Alert
            type="success"
            showIcon
            className="problem"
            title={t('done', { rows: done })}
            action={
              <>
                <Link to="..">{t('seeTree')}</Link> · <Link to="../history">{t('seeHistory')}</Link>
              </>
            }
          />
        )}
        {problem && <Alert type="error" showIcon title={problem} className="problem" role="alert" />}
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => void preview(values)}
          onValuesChange={(changed: Values) => {
            if ('content' in changed || 'from' in changed) setLooked(null);
          }}
        >
          <Form.Item
            name="content"
            label={t('file')}
            rules={[
              { required: true, message: t('fileMissing') },
              {
                validator: (_, file?: File) =>
                  file && file.size > mostBytes ? Promise.reject(new Error(t('tooLarge'))) : Promise.resolve(),
              },
            ]}
          >
            <FilePicker hint={t('pickHint')} />
          </Form.Item>
          <div className="field-row">
            <Form.Item name="from" label={t('from')} extra={t('fromHint')}>
              <DateInput />
            </Form.Item>
            <Form.Item name="reason" label={t('reason')}>
              <Input maxLength={most.reason} autoComplete="off" />
            </Form.Item>
            <Form.Item name="documentNumber" label={t('documentNumber')}>
              <Input maxLength={most.documentNumber} autoComplete="off" />
            </Form.Item>
          </div>
          <Button
            type={looked ? 'default' : 'primary'}
            htmlType="submit"
            loading={busy === 'look'}
            disabled={busy === 'import'}
          >
            {t('look')}
          </Button>
        </Form>
      </Panel>
      {looked && (
        <OutlookPanel outlook={looked.outlook} fileName={looked.sent.fileName}>
          {importable(looked.outlook) && (
            <Button
              type="primary"
              loading={busy === 'import'}
              disabled={busy === 'look'}
              onClick={() => void bring(looked)}
            >
              {t('bring')}
            </Button>
          )}
        </OutlookPanel>
      )}
    </>
  );
}
