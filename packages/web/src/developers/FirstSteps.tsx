import { CheckCircleFilled } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TokenHelp } from '../applications/TokenHelp.tsx';
import { graphql } from '../generated/index.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { periodOf } from '../usage/usage.ts';

const FIRST_STEPS = graphql(`
  query FirstSteps($period: PeriodInput!) {
    viewer {
      account { id }
      applications(inUse: true, first: 1) {
        nodes {
          ...MyApplication
          webhookEndpoints { id }
          usage(period: $period, by: DAY) { total { operations } }
          consents(holding: true, first: 20) { nodes { id town { id code } } }
        }
      }
    }
    sandbox { towns { code name consents } }
  }
`);

/** From nothing to an application that towns consent to: each step with whether it is done, for the application that was registered last. */
export function FirstSteps({ onRegister }: { onRegister: () => void }) {
  const { t } = useTranslation(['developers', 'applications', 'guide']);
  const { period } = periodOf('month');
  const { data, error, refetch } = useQuery(FIRST_STEPS, { variables: { period }, fetchPolicy: 'cache-and-network' });
  const applications = data?.viewer?.applications?.nodes;
  if (!applications) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const [application] = applications;
  const sandbox = data.sandbox?.towns ?? [];
  const isReal = ({ town }: { town: { code: string } }) => sandbox.every(({ code }) => code !== town.code);
  const open = sandbox.filter(({ consents }) => consents).map(({ name, code }) => `${name} ${code}`);
  const page = application && `/applications/${application.clientId}`;
  return (
    <Panel title={t('title')}>
      <p className="hint">{t('lead')}</p>
      <ol className="first-steps">
        <Step title={t('applications:register')} isDone={application !== undefined}>
          <p>{t('register')}</p>
          {application ? (
            <Link to="/applications">{application.name}</Link>
          ) : (
            <Button type="primary" onClick={onRegister}>
              {t('applications:register')}
            </Button>
          )}
        </Step>
        <Step title={t('callTitle')} isDone={(application?.usage?.total.operations ?? 0) > 0}>
          <p>{open.length > 0 ? t('callInSandbox', { towns: open.join(t('or')) }) : t('call')}</p>
          {application && (
            <>
              {application.confidential && (
                <p>
                  <Link to={`/explorer?as=${application.clientId}`}>{t('applications:exploreAs')}</Link>
                </p>
              )}
              <TokenHelp application={application} />
            </>
          )}
        </Step>
        <Step title={t('consentTitle')} isDone={(application?.consents?.nodes ?? []).some(isReal)}>
          <p>{t('consent')}</p>
          {page && <Link to={page}>{t('applications:stateOf')}</Link>}
        </Step>
        <Step title={t('webhookTitle')} isDone={(application?.webhookEndpoints ?? []).length > 0}>
          <p>{t('webhook')}</p>
          <Link to="/guide/webhooks">{t('aboutWebhooks')}</Link>
        </Step>
      </ol>
      <nav className="guide-links" aria-label={t('more')}>
        <Link to="/guide">{t('guide')}</Link>
        {(['contract', 'access', 'changes', 'errors', 'limits'] as const).map((page) => (
          <Link key={page} to={`/guide/${page}`}>
            {t(`guide:pages.${page}`)}
          </Link>
        ))}
      </nav>
    </Panel>
  );
}

function Step({ title, isDone, children }: { title: string; isDone: boolean; children: ReactNode }) {
  const { t } = useTranslation('developers');
  return (
    <li className={isDone ? 'done' : ''}>
      <h3>
        {title}{' '}
        {isDone && (
          <span className="hint">
            <CheckCircleFilled aria-hidden /> {t('done')}
          </span>
        )}
      </h3>
      {children}
    </li>
  );
}
