import { Alert, App, Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingPurpose } from '../generated/graphql.ts';
import { showFailure, useConflictText, useFailureText } from './failure.ts';

interface Props<Values extends object> {
  title: string;
  lead?: string;
  /** What the form reads personal data in full for, where it does. */
  readsFor?: ReadingPurpose;
  initialValues: Partial<Values>;
  submitLabel: string;
  danger?: boolean;
  /**
   * Does it and returns the words that say it is done; null leaves it to the caller what comes after. An error that
   * names a field of this form is shown on that field, any other above the form.
   */
  onSubmit: (values: Values) => Promise<string | null>;
  onClose: () => void;
  children?: ReactNode | ((form: FormInstance<Values>) => ReactNode);
}

/** A form in a dialog. Mount it to open it. */
export function FormModal<Values extends object>(props: Props<Values>) {
  const { t } = useTranslation(['ui', 'audit']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const textOf = useFailureText();
  const conflictText = useConflictText();

  async function submit(values: Values) {
    setBusy(true);
    setProblem(null);
    try {
      const done = await props.onSubmit(values);
      if (done === null) return;
      void message.success(done);
      props.onClose();
    } catch (error) {
      setProblem(showFailure(form, error, textOf(error), conflictText));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      title={props.title}
      okText={props.submitLabel}
      cancelText={t('cancel')}
      okButtonProps={{ danger: props.danger ?? false, loading: busy }}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      mask={{ closable: false }}
      width={480}
    >
      {props.lead && <p className="lead">{props.lead}</p>}
      {props.readsFor && (
        <p className="hint">{t('audit:readsFor', { purpose: t(`audit:purposes.${props.readsFor}`) })}</p>
      )}
      {problem && <Alert type="error" showIcon title={problem} className="problem" role="alert" />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={props.initialValues}
        onFinish={submit}
        requiredMark={false}
        scrollToFirstError
      >
        {typeof props.children === 'function' ? props.children(form) : props.children}
        <button type="submit" hidden disabled={busy} />
      </Form>
    </Modal>
  );
}
