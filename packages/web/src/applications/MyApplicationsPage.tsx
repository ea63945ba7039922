import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { momentInShanghai } from '../ui/day.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { ApplicationPanel } from './ApplicationPanel.tsx';
import { MY_APPLICATIONS } from './application.ts';
import { RegisterApplication } from './RegisterApplication.tsx';
import { SandboxPanel } from './SandboxPanel.tsx';

/** The applications that one has registered, with how they get their tokens; those that were ended below. */
export function Component() {
  const { t, i18n } = useTranslation('applications');
  const [registering, setRegistering] = useState(false);
  const { data, error, refetch } = useQuery(MY_APPLICATIONS);
  const applications = data?.viewer?.applications;
  if (!applications) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const inUse = applications.filter(({ endedAt }) => endedAt === null);
  const ended = applications.filter(({ endedAt }) => endedAt !== null);
  return (
    <div className="page">
      <PageHead
        title={t('mine')}
        meta={t('mineLead')}
        actions={
          <span className="actions">
            <Link to="/guide">{t('guide')}</Link>
            <Link to="/explorer">{t('explorer')}</Link>
            <Button type="primary" onClick={() => setRegistering(true)}>
              {t('register')}
            </Button>
          </span>
        }
      />
      <div className="column-main">
        {inUse.length === 0 && <p className="hint">{t('noneMine')}</p>}
        {inUse.map((application) => (
          <ApplicationPanel key={application.id} application={application} />
        ))}
        <SandboxPanel />
        {ended.length > 0 && (
          <Panel title={t('ended', { n: ended.length })}>
            <ul className="plain">
              {ended.map(({ id, name, clientId, endedAt }) => (
                <li key={id}>
                  {name} <span className="hint">{clientId}</span>{' '}
                  <span className="hint">{t('endedOn', { at: momentInShanghai(endedAt ?? '', i18n.language) })}</span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
      {registering && <RegisterApplication onClose={() => setRegistering(false)} />}
    </div>
  );
}
