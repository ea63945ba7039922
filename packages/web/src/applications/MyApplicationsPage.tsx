import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeveloperNav } from '../developers/DeveloperNav.tsx';
import { FirstSteps } from '../developers/FirstSteps.tsx';
import type { MyEndedApplicationsQuery } from '../generated/graphql.ts';
import { momentInShanghai } from '../ui/day.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { ApplicationPanel } from './ApplicationPanel.tsx';
import { MY_APPLICATIONS, MY_ENDED_APPLICATIONS } from './application.ts';
import { RegisterApplication } from './RegisterApplication.tsx';
import { SandboxPanel } from './SandboxPanel.tsx';

const endedIn = (data: MyEndedApplicationsQuery) => data.viewer?.applications;

/** The applications that one has registered, with how they get their tokens; those that were ended below. */
export function Component() {
  const { t, i18n } = useTranslation('applications');
  const [registering, setRegistering] = useState(false);
  const { data, error, refetch } = useQuery(MY_APPLICATIONS);
  const ended = useQuery(MY_ENDED_APPLICATIONS, { variables: { after: null } });
  const inUse = data?.viewer?.applications?.nodes;
  if (!inUse) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  return (
    <div className="page">
      <PageHead
        title={t('mine')}
        nav={<DeveloperNav />}
        meta={t('mineLead')}
        actions={
          // Whoever has none yet does so as the first step.
          inUse.length > 0 && (
            <Button type="primary" onClick={() => setRegistering(true)}>
              {t('register')}
            </Button>
          )
        }
      />
      <div className="column-main">
        {inUse.length === 0 && <FirstSteps onRegister={() => setRegistering(true)} />}
        {inUse.map((application) => (
          <ApplicationPanel key={application.id} application={application} />
        ))}
        <SandboxPanel />
        {(ended.data && endedIn(ended.data)?.totalCount) !== 0 && (
          <ListPanel title={t('ended')} none="" query={ended} list={endedIn}>
            {({ id, name, clientId, endedAt }) => (
              <p key={id} className="padded">
                {name} <span className="hint">{clientId}</span>{' '}
                <span className="hint">{t('endedOn', { at: momentInShanghai(endedAt ?? '', i18n.language) })}</span>
              </p>
            )}
          </ListPanel>
        )}
      </div>
      {registering && <RegisterApplication onClose={() => setRegistering(false)} />}
    </div>
  );
}
