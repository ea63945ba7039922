import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import type { MyApplication } from './application.ts';
import { KeptSecrets } from './KeptSecrets.tsx';

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

/** The secrets with which an application proves itself; it may be left without one. */
export function Secrets({ application: { id, name, secrets } }: { application: MyApplication }) {
  const { t } = useTranslation('applications');
  const renew = useChange(RENEW_SECRET);
  const revoke = useChange(REVOKE_SECRET);
  return (
    <>
      <h3>{t('secrets')}</h3>
      {(secrets ?? []).length === 0 && <p className="hint">{t('noSecret')}</p>}
      <KeptSecrets
        secrets={secrets ?? []}
        words={{ hint: t('secretsHint'), made: t('newSecret', { name }), revokeLead: t('revokeLead') }}
        mayBeNone
        renew={async () => (await renew({ application: id })).renewApplicationSecret.secret}
        revoke={(secret) => revoke({ secret })}
      />
    </>
  );
}
