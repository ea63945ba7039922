import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { ScopeList } from '../scopes/ScopeList.tsx';
import { momentInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { ApplicationSaid } from './ApplicationSaid.tsx';
import type { MyGrant } from './application.ts';

const REVOKE_GRANT = graphql(`
  mutation RevokeApplicationGrant($input: RevokeApplicationGrantInput!) {
    revokeApplicationGrant(input: $input) { grant { id endedAt } }
  }
`);

/** An application that one lets act for oneself: which, what for, since and until when; and taking it back. */
export function GrantLine({ grant: { id, application, scopes, grantedAt, expiresAt } }: { grant: MyGrant }) {
  const { t, i18n } = useTranslation('applications');
  const { modal, message } = App.useApp();
  const textOf = useFailureText();
  const revoke = useChange(REVOKE_GRANT);

  function confirm() {
    modal.confirm({
      title: t('revokeGrantTitle', { name: application.name }),
      content: t('revokeGrantLead'),
      okText: t('revokeGrant'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await revoke({ grant: id });
          void message.success(t('grantRevoked'));
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  }

  return (
    <article className="consent">
      <div>
        <strong>{application.name}</strong>
        <ApplicationSaid application={application} />
      </div>
      <ScopeList scopes={scopes} />
      <div>
        <p>{t('grantedOn', { at: momentInShanghai(grantedAt, i18n.language) })}</p>
        <p>{t('grantUntil', { at: momentInShanghai(expiresAt, i18n.language) })}</p>
        <div className="actions">
          <Button size="small" danger onClick={confirm}>
            {t('revokeGrant')}
          </Button>
        </div>
      </div>
    </article>
  );
}
