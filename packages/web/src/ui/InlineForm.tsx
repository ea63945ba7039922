import { Alert, App, Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import { showFailure, useFailureText } from './failure.ts';

interface Props<Values extends object> {
  submitLabel: string;
  onSubmit: (values: Values) => Promise<string>;
  children: ReactNode | ((form: FormInstance<Values>) => ReactNode);
}

/** A form that stands in a page. It is emptied when what it does is done; `onSubmit` returns the words that say so. */
export function InlineForm<Values extends object>({ submitLabel, onSubmit, children }: Props<Values>) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const textOf = useFailureText();

  async function submit(values: Values) {
    setBusy(true);
    setProblem(null);
    try {
      void message.success(await onSubmit(values));
      form.resetFields();
    } catch (error) {
      setProblem(showFailure(form, error, textOf(error)));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      {problem && <Alert type="error" showIcon title={problem} className="problem" role="alert" />}
      {typeof children === 'function' ? children(form) : children}
      <Button type="primary" htmlType="submit" loading={busy}>
        {submitLabel}
      </Button>
    </Form>
  );
}
