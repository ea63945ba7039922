import { Alert, Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type SignInProblem, sendCredentials } from './credentials.ts';
import { Entrance } from './Entrance.tsx';
import { signIn } from './session.ts';
import { type AskingApplication, whoAsks } from './who-asks.ts';

/** The sign-in form of one interaction with the sign-in server. */
export function Component() {
  const { uid = '' } = useParams();
  const { t } = useTranslation(['signin', 'ui']);
  const [form] = Form.useForm<{ account: string; password: string }>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const passwordInput = useRef<InputRef>(null);
  const [asking, setAsking] = useState<AskingApplication | null>(null);
  useEffect(() => {
    // Without an answer the form works as well, and says itself what is wrong.
    whoAsks(uid).then(
      (asked) => setAsking(asked?.application ?? null),
      () => {},
    );
  }, [uid]);

  async function submit({ account, password }: { account: string; password: string }) {
    setBusy(true);
    const answer = await sendCredentials(uid, account.trim(), password);
    if ('redirectTo' in answer) {
      window.location.assign(answer.redirectTo);
      return;
    }
    setBusy(false);
    setProblem(answer.problem);
    form.setFieldValue('password', '');
    passwordInput.current?.focus();
  }

  function words(now: SignInProblem): string {
    if (now.code !== 'TOO_MANY_ATTEMPTS') return t(`problem.${now.code}`);
    const wait =
      now.retryAfter < 90
        ? t('wait.seconds', { n: now.retryAfter })
        : t('wait.minutes', { n: Math.ceil(now.retryAfter / 60) });
    return t('problem.TOO_MANY_ATTEMPTS', { wait });
  }

  const expired = problem?.code === 'INTERACTION_EXPIRED';
  return (
    <Entrance title={t('title')}>
      {asking && (
        <Alert
          className="notice"
          type="warning"
          showIcon
          title={t('consent.before', {
            name: asking.name,
            by: `${asking.registeredBy} (${asking.registeredByAccount})`,
          })}
        />
      )}
      <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="account"
          label={t('account')}
          rules={[{ required: true, whitespace: true, message: t('ui:required', { label: t('account') }) }]}
        >
          <Input
            autoFocus
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            placeholder={t('accountHint')}
          />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('password')}
          rules={[{ required: true, message: t('ui:required', { label: t('password') }) }]}
        >
          <Input.Password ref={passwordInput} autoComplete="current-password" />
        </Form.Item>
        {problem && (
          <Alert
            className="problem"
            role="alert"
            type={expired ? 'warning' : 'error'}
            showIcon
            title={words(problem)}
            action={expired && <Button onClick={() => void signIn('/')}>{t('restart')}</Button>}
          />
        )}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {busy ? t('signingIn') : t('submit')}
        </Button>
      </Form>
      <p className="hint entrance-hint">{t('forgot')}</p>
    </Entrance>
  );
}
