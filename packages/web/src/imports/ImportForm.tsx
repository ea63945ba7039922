import { Alert, Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readFailure } from '../errors.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { showFailure, useFailureText } from '../ui/failure.ts';
import { readBase64 } from '../ui/file.ts';
import { Panel } from '../ui/Panel.tsx';
import { FilePicker } from './FilePicker.tsx';
import { mostBytes } from './import.ts';

/** A file as it is sent, with the day from which its rows hold where they name none. */
export interface Sent {
  fileName: string;
  content: string;
  from: string | null;
}

interface Values {
  content?: File;
  from?: string;
}

/** What to say once a file was imported. */
export interface Done {
  title: string;
  action: ReactNode;
}

interface Props<Looked, More> {
  title: string;
  lead: string;
  pickHint: string;
  fromHint: string;
  /** Fields of what importing says beside the file. */
  fields?: ReactNode;
  /** Looks at what a file would bring. */
  look: (sent: Sent) => Promise<Looked>;
  /** Brings what was looked at: exactly this is sent, even where the file on the disk is another one by then. */
  bring: (looked: Looked, more: Partial<More>) => Promise<Done>;
  /** Shows what was looked at, with the button that brings it; `change` puts something else in its place. */
  children: (looked: Looked, button: ReactNode, change: (looked: Looked) => void) => ReactNode;
}

/** Imports a file: first what it would do is shown, then it may be done. What was entered stays after a failure. */
export function ImportForm<Looked, More extends object = object>({ look, bring, ...props }: Props<Looked, More>) {
  const { t } = useTranslation('imports');
  const textOf = useFailureText();
  const [form] = Form.useForm<Values & More>();
  const [busy, setBusy] = useState<'look' | 'bring' | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  async function attempt(what: 'look' | 'bring', act: () => Promise<void>) {
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
      setLooked(await look({ fileName: file.name, content: await readBase64(file), from: from ?? null }));
    });

  const bringLooked = (shown: Looked) =>
    attempt('bring', async () => {
      const brought = await bring(shown, form.getFieldsValue());
      form.resetFields();
      setLooked(null);
      setDone(brought);
    });

  return (
    <>
      <Panel title={props.title}>
        <p className="lead">{props.lead}</p>
        {done && <Alert type="success" showIcon className="problem" title={done.title} action={done.action} />}
        {problem && <Alert type="error" showIcon title={problem} className="problem" role="alert" />}
        <Form<Values & More>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => void preview(values)}
          onValuesChange={(changed: object) => {
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
            <FilePicker hint={props.pickHint} />
          </Form.Item>
          <div className="field-row">
            <Form.Item name="from" label={t('from')} extra={props.fromHint}>
              <DateInput />
            </Form.Item>
            {props.fields}
          </div>
          <Button
            type={looked ? 'default' : 'primary'}
            htmlType="submit"
            loading={busy === 'look'}
            disabled={busy === 'bring'}
          >
            {t('look')}
          </Button>
        </Form>
      </Panel>
      {looked &&
        props.children(
          looked,
          <Button
            type="primary"
            loading={busy === 'bring'}
            disabled={busy === 'look'}
            onClick={() => void bringLooked(looked)}
          >
            {t('bring')}
          </Button>,
          setLooked,
        )}
    </>
  );
}
