import { useTranslation } from 'react-i18next';
import { oauthName } from '../scopes/scope.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import type { MyApplication } from './application.ts';

/** How an application gets a token, for itself or for a person, and asks with it, to be copied into a shell. */
export function TokenHelp({ application }: { application: MyApplication }) {
  const { t } = useTranslation('applications');
  const { origin } = window.location;
  const { clientId, confidential, redirectUris } = application;
  const [back] = redirectUris ?? [];
  const scope = application.scopes.map(oauthName).join(' ');
  const proof = confidential ? `-u "${clientId}:$SECRET"` : `-d client_id=${clientId}`;
  const forItself = `curl -s ${origin}/oidc/token \\
  ${proof} \\
  -d grant_type=client_credentials \\
  --data-urlencode 'scope=${scope}'`;
  const ask = `curl -s ${origin}/graphql \\
  -H "authorization: Bearer $TOKEN" \\
  -H 'content-type: application/json' \\
  -d '{"query":"{ viewer { application { name } permissions } }"}'`;
  return (
    <details className="token-help">
      <summary>{t('token.title')}</summary>
      {confidential && (
        <>
          <p>{t('token.get')}</p>
          <CodeBlock code={forItself} />
        </>
      )}
      {back !== undefined && (
        <>
          <p>{t('token.person')}</p>
          <CodeBlock code={codeFlow(origin, { clientId, back, scope, proof })} />
        </>
      )}
      <p>{t('token.ask')}</p>
      <CodeBlock code={ask} />
      <p className="hint">{t('token.towns')}</p>
    </details>
  );
}

/** Where a person is sent, and what the code that comes back with them is redeemed by. */
function codeFlow(origin: string, of: { clientId: string; back: string; scope: string; proof: string }): string {
  const asked = new URLSearchParams({
    ...{ client_id: of.clientId, response_type: 'code', redirect_uri: of.back, scope: of.scope },
    code_challenge_method: 'S256',
  });
  return `VERIFIER=$(openssl rand -hex 32)
CHALLENGE=$(printf %s "$VERIFIER" | openssl dgst -sha256 -binary | openssl base64 | tr '+/' '-_' | tr -d =)
STATE=$(openssl rand -hex 16)
echo "${origin}/oidc/auth?${asked}&code_challenge=$CHALLENGE&state=$STATE"

curl -s ${origin}/oidc/token \\
  ${of.proof} \\
  -d grant_type=authorization_code -d "code=$CODE" -d "code_verifier=$VERIFIER" \\
  --data-urlencode 'redirect_uri=${of.back}'`;
}
