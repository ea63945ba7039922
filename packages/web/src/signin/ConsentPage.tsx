import { Alert, Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ApplicationSaid } from '../applications/ApplicationSaid.tsx';
import { ScopeList } from '../scopes/ScopeList.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { Entrance } from './Entrance.tsx';
import { sendDecision, type WhoAsks, whoAsks } from './who-asks.ts';

/** Asks whoever is signed in whether an application may act for them: who asks, as whom, and for what. */
export function Component() {
  const { uid = '' } = useParams();
  const { t } = useTranslation('signin');
  const [asked, setAsked] = useState<WhoAsks | null | undefined>();
  const [unreachable, setUnreachable] = useState<unknown>(null);
  useEffect(() => {
    whoAsks(uid).then(setAsked, setUnreachable);
  }, [uid]);
  if (unreachable) return <Failed error={unreachable} retry={() => window.location.reload()} />;
  if (asked === undefined) return <Loading />;
  if (!asked?.application || !asked.consent) {
    return (
      <Entrance title={t('consent.title')}>
        <h1>{t('consent.over')}</h1>
        <p>{t('consent.overLead')}</p>
      </Entrance>
    );
  }
  return <Question uid={uid} application={asked.application} consent={asked.consent} onChanged={setAsked} />;
}

interface QuestionProps {
  uid: string;
  application: NonNullable<WhoAsks['application']>;
  consent: NonNullable<WhoAsks['consent']>;
  /** The application says something else of itself by now. */
  onChanged: (asked: WhoAsks | null) => void;
}

function Question({ uid, application, consent: { account, scopes, given }, onChanged }: QuestionProps) {
  const { t } = useTranslation('signin');
  const [busy, setBusy] = useState<'allow' | 'deny' | null>(null);
  const [problem, setProblem] = useState<'changed' | 'overLead' | 'unavailable' | null>(null);
  const fresh = scopes.filter((scope) => !given.includes(scope));

  async function decide(allow: boolean) {
    setBusy(allow ? 'allow' : 'deny');
    setProblem(null);
    const answer = await sendDecision(uid, allow, application.version);
    if (answer && 'redirectTo' in answer) {
      window.location.assign(answer.redirectTo);
      return;
    }
    if (!answer) await whoAsks(uid).then(onChanged, () => {});
    setBusy(null);
    if (!answer) setProblem('changed');
    else setProblem(answer.problem.code === 'INTERACTION_EXPIRED' ? 'overLead' : 'unavailable');
  }

  return (
    <Entrance title={t('consent.title')}>
      <h1>{t('consent.question', { name: application.name })}</h1>
      <p>{t('consent.asWhom', account)}</p>
      <Alert
        className="notice"
        type="warning"
        showIcon
        title={t('consent.notOurs', { by: `${application.registeredBy} (${application.registeredByAccount})` })}
      />
      <div className="asked-by">
        <ApplicationSaid application={application} />
      </div>
      {fresh.length > 0 && (
        <Asked title={t(given.length > 0 ? 'consent.more' : 'consent.wants')}>
          <ScopeList unfolded scopes={fresh} />
        </Asked>
      )}
      {given.length > 0 && (
        <Asked title={t('consent.given')}>
          <ScopeList scopes={given} />
        </Asked>
      )}
      <p className="hint">{t('consent.limits')}</p>
      <p className="hint">{t('consent.returns', { host: application.returnsTo })}</p>
      {problem && <Alert className="problem" role="alert" type="error" showIcon title={t(`consent.${problem}`)} />}
      <div className="decision">
        <Button size="large" loading={busy === 'deny'} disabled={busy === 'allow'} onClick={() => void decide(false)}>
          {t('consent.deny')}
        </Button>
        <Button
          size="large"
          type="primary"
          loading={busy === 'allow'}
          disabled={busy === 'deny'}
          onClick={() => void decide(true)}
        >
          {t('consent.allow')}
        </Button>
      </div>
    </Entrance>
  );
}

function Asked({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="asked">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
