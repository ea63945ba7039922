import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SecretOnce } from '../applications/SecretOnce.tsx';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { momentInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
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

/** The secrets that sign what an endpoint is sent, by their last characters: with two, everything is signed twice. */
export function EndpointSecrets({ endpoint: { id, secrets } }: { endpoint: Endpoint }) {
  const { t, i18n } = useTranslation('webhooks');
  const { modal, message } = App.useApp();
  const textOf = useFailureText();
  const renew = useChange(RENEW_SECRET);
  const revoke = useChange(REVOKE_SECRET);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<{ secret: string | null } | null>(null);

  async function make() {
    setBusy(true);
    try {
      setMade((await renew({ endpoint: id })).renewWebhookSecret);
    } catch (error) {
      void message.error(textOf(error));
    } finally {
      setBusy(false);
    }
  }

  function confirm({ id: webhookSecret, hint }: { id: string; hint: string }) {
    modal.confirm({
      title: t('revokeTitle', { hint }),
      content: t('revokeLead'),
      okText: t('revoke'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await revoke({ webhookSecret });
          void message.success(t('revoked'));
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  }

  return (
    <details>
      <summary>{t('secrets', { n: secrets.length })}</summary>
      <ul className="plain">
        {secrets.map((secret) => (
          <li key={secret.id} className="lead-line">
            <span>
              <span className="code">…{secret.hint}</span>{' '}
              <span className="hint">{t('madeOn', { at: momentInShanghai(secret.createdAt, i18n.language) })}</span>
            </span>
            {secrets.length > 1 && (
              <Button size="small" type="text" onClick={() => confirm(secret)}>
                {t('revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="hint">{t('secretsHint')}</p>
      <Button size="small" loading={busy} onClick={() => void make()}>
        {t('renew')}
      </Button>
      {made && <SecretOnce title={t('newSecret')} secret={made.secret} onClose={() => setMade(null)} />}
    </details>
  );
}
