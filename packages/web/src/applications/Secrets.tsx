import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { momentInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import type { MyApplication } from './application.ts';
import { SecretOnce } from './SecretOnce.tsx';

const RENEW_SECRET = graphql(`
  mutation RenewApplicationSecret($input: RenewApplicationSecretInput!) {
    renewApplicationSecret(input: $input) { secret application { id } }
  }
`);

const REVOKE_SECRET = graphql(`
  mutation RevokeApplicationSecret($input: RevokeApplicationSecretInput!) {
    revokeApplicationSecret(input: $input) { application { id } }
  }
`);

/** The secrets of an application, by their last characters: a further one takes over before the old one is revoked. */
export function Secrets({ application: { id, name, secrets } }: { application: MyApplication }) {
  const { t, i18n } = useTranslation('applications');
  const { modal, message } = App.useApp();
  const textOf = useFailureText();
  const renew = useChange(RENEW_SECRET);
  const revoke = useChange(REVOKE_SECRET);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<{ secret: string | null } | null>(null);

  async function make() {
    setBusy(true);
    try {
      setMade((await renew({ application: id })).renewApplicationSecret);
    } catch (error) {
      void message.error(textOf(error));
    } finally {
      setBusy(false);
    }
  }

  function confirm({ id: secret, hint }: { id: string; hint: string }) {
    modal.confirm({
      title: t('revokeTitle', { hint }),
      content: t('revokeLead'),
      okText: t('revoke'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await revoke({ secret });
          void message.success(t('revoked'));
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  }

  return (
    <>
      <h3>{t('secrets')}</h3>
      {(secrets ?? []).length === 0 && <p className="hint">{t('noSecret')}</p>}
      <ul className="plain">
        {secrets?.map((secret) => (
          <li key={secret.id} className="lead-line">
            <span>
              <span className="code">…{secret.hint}</span>{' '}
              <span className="hint">{t('madeOn', { at: momentInShanghai(secret.createdAt, i18n.language) })}</span>
            </span>
            <Button size="small" type="text" onClick={() => confirm(secret)}>
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="hint">{t('secretsHint')}</p>
      <Button size="small" loading={busy} onClick={() => void make()}>
        {t('renew')}
      </Button>
      {made && <SecretOnce title={t('newSecret', { name })} secret={made.secret} onClose={() => setMade(null)} />}
    </>
  );
}
