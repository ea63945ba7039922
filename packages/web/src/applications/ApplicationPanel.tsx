import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../change.ts';
import { ApplicationExports } from '../exports/ApplicationExports.tsx';
import { graphql } from '../generated/index.ts';
import { ScopeList } from '../scopes/ScopeList.tsx';
import { momentInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { Panel } from '../ui/Panel.tsx';
import { Webhooks } from '../webhooks/Webhooks.tsx';
import { ApplicationSaid } from './ApplicationSaid.tsx';
import type { MyApplication } from './application.ts';
import { ReviseApplication } from './ReviseApplication.tsx';
import { Secrets } from './Secrets.tsx';
import { TokenHelp } from './TokenHelp.tsx';

const END_APPLICATION = graphql(`
  mutation EndApplication($input: EndApplicationInput!) {
    endApplication(input: $input) { application { id endedAt } }
  }
`);

/** An application of one’s own that is in use: what it says, what it asks for, its secrets, and how it gets a token. */
export function ApplicationPanel({ application }: { application: MyApplication }) {
  const { t, i18n } = useTranslation('applications');
  const { modal, message } = App.useApp();
  const textOf = useFailureText();
  const end = useChange(END_APPLICATION);
  const [revising, setRevising] = useState(false);
  const { name, scopes, confidential, redirectUris, createdAt } = application;

  function confirm() {
    modal.confirm({
      title: t('endTitle', { name }),
      content: t('endLead'),
      okText: t('end'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await end({ application: application.id });
          void message.success(t('endedNow', { name }));
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  }

  return (
    <Panel
      title={name}
      extra={
        <>
          <Link to={`/applications/${application.clientId}`}>{t('stateOf')}</Link>
          <Button size="small" onClick={() => setRevising(true)}>
            {t('revise')}
          </Button>
          <Button size="small" danger onClick={confirm}>
            {t('end')}
          </Button>
        </>
      }
    >
      <div className="application">
        <ApplicationSaid application={application} />
        <p className="hint">{t('registeredOn', { at: momentInShanghai(createdAt, i18n.language) })}</p>
        {(redirectUris ?? []).length > 0 && (
          <>
            <h3>{t('redirectUris')}</h3>
            <ul className="plain">
              {redirectUris?.map((uri) => (
                <li key={uri}>{uri}</li>
              ))}
            </ul>
          </>
        )}
        <h3>{t('asked')}</h3>
        <ScopeList scopes={scopes} />
        {confidential ? <Secrets application={application} /> : <p className="hint">{t('isKeepingNoSecret')}</p>}
        <TokenHelp application={application} />
        <Webhooks application={application} />
        {scopes.includes('RECORD_EXPORT') && <ApplicationExports clientId={application.clientId} />}
      </div>
      {revising && <ReviseApplication application={application} onClose={() => setRevising(false)} />}
    </Panel>
  );
}
