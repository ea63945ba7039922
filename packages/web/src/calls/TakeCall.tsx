import { Alert, App, Button, Form, InputNumber } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useRegister } from '../people/useRegister.ts';
import { presentMoment } from '../ui/day.ts';
import { showFailure, useFailureText } from '../ui/failure.ts';
import { Panel } from '../ui/Panel.tsx';
import { Written } from '../ui/Written.tsx';
import { CallerFields, type Calling, callerOf } from './CallerFields.tsx';
import { type Outcome, OutcomeFields, outcomeOf } from './OutcomeFields.tsx';
import type { Hotline } from './roster.ts';
import { WorkerField } from './WorkerField.tsx';

const RECORD_CALL = graphql(`
  mutation RecordCall($input: RecordCallInput!) {
    recordCall(input: $input) { call { id number } }
  }
`);

interface Values extends Outcome {
  caller: Calling;
  matter: string;
  answeredBy: string;
  minutes?: number | null;
}

/**
 * The form for a call, filled in while one is on the telephone: it begins with the first letter, and says who calls as soon
 * as the number does. It is emptied for the next call when it is saved.
 */
export function TakeCall({ hotline, town }: { hotline: Hotline; town: { code: string } }) {
  const { t } = useTranslation(['calls', 'ui']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const began = useRef<Date | null>(null);
  const textOf = useFailureText();
  const record = useChange(RECORD_CALL);
  const register = useRegister(town.code);
  const household = Form.useWatch(['caller', 'household'], form);

  async function submit({ caller, matter, answeredBy, minutes, ...outcome }: Values) {
    setBusy(true);
    setProblem(null);
    try {
      const calledAt = (began.current ?? presentMoment()).toISOString();
      const { recordCall } = await record({
        ...{ hotline: hotline.id, calledAt, answeredBy: await register.person(answeredBy), matter },
        ...{ caller: callerOf(caller), about: caller.about ?? null },
        ...outcomeOf(outcome, matter),
        seconds: minutes == null ? null : Math.round(minutes * 60),
      });
      void message.success(t('recorded', { number: recordCall.call.number }));
      form.resetFields();
      form.setFieldValue('answeredBy', answeredBy);
      began.current = null;
    } catch (error) {
      setProblem(showFailure(form, error, textOf(error)));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Panel title={t('take')}>
      {/* Named, so that its fields are told apart from those of a dialog over it. */}
      <Form<Values>
        name="take-call"
        form={form}
        layout="vertical"
        size="large"
        requiredMark={false}
        scrollToFirstError
        className="take-call"
        initialValues={{ caller: {}, comesTo: 'answer', requests: [{}] }}
        onValuesChange={() => {
          began.current ??= presentMoment();
        }}
        onFinish={submit}
      >
        {problem && <Alert type="error" showIcon title={problem} className="problem" role="alert" />}
        <CallerFields town={town.code} autoFocus />
        <Written name="matter" label={t('matter')} placeholder={t('matterHint')} />
        <OutcomeFields town={town.code} ofHousehold={household != null} />
        <div className="field-row">
          <WorkerField town={town.code} hotline={hotline} />
          <Form.Item name="minutes" label={t('minutes')}>
            <InputNumber min={0} max={1440} precision={0} />
          </Form.Item>
        </div>
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>
          {t('save')}
        </Button>
      </Form>
    </Panel>
  );
}
