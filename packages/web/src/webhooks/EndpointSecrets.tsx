import { useTranslation } from 'react-i18next';
import { KeptSecrets } from '../applications/KeptSecrets.tsx';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import type { Endpoint } from './webhook.ts';

const RENEW_SECRET = graphql(`
  mutation RenewWebhookSecret($input: RenewWebhookSecretInput!) {
    renewWebhookSecret(input: $input) { secret endpoint { id } }
  }
`);

const REVOKE_SECRET = graphql(`
  mutation RevokeWebhookSecret($input: RevokeWebhookSecretInput!) {
    revokeWebhookSecret(input: $input) { endpoint { id } }
  }
`);

/** The secrets that sign what an endpoint is sent: with two, everything is signed twice. */
export function EndpointSecrets({ endpoint: { id, secrets } }: { endpoint: Endpoint }) {
  const { t } = useTranslation('webhooks');
  const renew = useChange(RENEW_SECRET);
  const revoke = useChange(REVOKE_SECRET);
  return (
    <details>
      <summary>{t('secrets', { n: secrets.length })}</summary>
      <KeptSecrets
        secrets={secrets}
        words={{ hint: t('secretsHint'), made: t('newSecret'), revokeLead: t('revokeLead') }}
        mayBeNone={false}
        renew={async () => (await renew({ endpoint: id })).renewWebhookSecret.secret}
        revoke={(webhookSecret) => revoke({ webhookSecret })}
      />
    </details>
  );
}
