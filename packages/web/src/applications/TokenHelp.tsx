import { useTranslation } from 'react-i18next';
import type { MyApplication } from './application.ts';
import { oauthName } from './scope.ts';

/** How an application gets a token and asks with it, to be copied into a shell. */
export function TokenHelp({ application: { clientId, scopes } }: { application: MyApplication }) {
  const { t } = useTranslation('applications');
  const { origin } = window.location;
  const token = `curl -s ${origin}/oidc/token \\
  -u "${clientId}:$SECRET" \\
  -d grant_type=client_credentials \\
  --data-urlencode 'scope=${scopes.map(oauthName).join(' ')}'`;
  const ask = `curl -s ${origin}/graphql \\
  -H "authorization: Bearer $TOKEN" \\
  -H 'content-type: application/json' \\
  -d '{"query":"{ viewer { application { name } permissions } }"}'`;
  return (
    <details className="token-help">
      <summary>{t('token.title')}</summary>
      <p>{t('token.get')}</p>
      <pre>{token}</pre>
      <p>{t('token.ask')}</p>
      <pre>{ask}</pre>
      <p className="hint">{t('token.towns')}</p>
    </details>
  );
}
