import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { SecretOnce } from './SecretOnce.tsx';

interface Props {
  secrets: readonly { id: string; hint: string; createdAt: string }[];
  /** What making and revoking one means here. */
  words: { hint: string; made: string; revokeLead: string };
  /** Whether the only one may be revoked. */
  mayBeNone: boolean;
  /** Makes a further one; null where its answer was lost on the way. */
  renew: () => Promise<string | null>;
  revoke: (secret: string) => Promise<unknown>;
}

/** Secrets by their last characters: a further one takes over before the old one is revoked. */
export function KeptSecrets({ secrets, words, mayBeNone, renew, revoke }: Props) {
  const { t, i18n } = useTranslation('applications');
  const { modal, message } = App.useApp();
  const textOf = useFailureText();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<{ secret: string | null } | null>(null);

  async function make() {
    setBusy(true);
    try {
      setMade({ secret: await renew() });
    } catch (error) {
      void message.error(textOf(error));
    } finally {
      setBusy(false);
    }
  }

  function confirm({ id, hint }: { id: string; hint: string }) {
    modal.confirm({
      title: t('revokeTitle', { hint }),
      content: words.revokeLead,
      okText: t('revoke'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await revoke(id);
          void message.success(t('revoked'));
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  }

  return (
    <>
      <ul className="plain">
        {secrets.map((secret) => (
          <li key={secret.id} className="lead-line">
            <span>
              <span className="code">…{secret.hint}</span>{' '}
              <span className="hint">{t('madeOn', { at: momentInShanghai(secret.createdAt, i18n.language) })}</span>
            </span>
            {(mayBeNone || secrets.length > 1) && (
              <Button size="small" type="text" onClick={() => confirm(secret)}>
                {t('revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="hint">{words.hint}</p>
      <Button size="small" loading={busy} onClick={() => void make()}>
        {t('renew')}
      </Button>
      {made && <SecretOnce title={words.made} secret={made.secret} onClose={() => setMade(null)} />}
    </>
  );
}
