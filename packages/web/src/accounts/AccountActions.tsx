import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import type { Town } from '../towns/town.ts';
import { useFailureText } from '../ui/failure.ts';
import { AssignRole } from './AssignRole.tsx';
import { LinkPerson } from './LinkPerson.tsx';
import { PasswordOnce } from './PasswordOnce.tsx';
import type { TownAccount } from './town-account.ts';
import { can, useViewer } from './viewer.ts';

const RESET_PASSWORD = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) { password }
  }
`);

/** What may be done with an account of the town. A password is reset only by the town that opened the account. */
export function AccountActions({ town, account }: { town: Town; account: TownAccount }) {
  const { t } = useTranslation('accounts');
  const { modal, message } = App.useApp();
  const textOf = useFailureText();
  const viewer = useViewer();
  const reset = useChange(RESET_PASSWORD);
  const [doing, setDoing] = useState<'assign' | 'link' | null>(null);
  const [renewed, setRenewed] = useState<{ password: string | null } | null>(null);

  function confirm() {
    modal.confirm({
      title: t('resetTitle', { name: account.displayName }),
      content: t('resetLead'),
      okText: t('reset'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          setRenewed((await reset({ account: account.id })).resetPassword);
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  }

  return (
    <span className="row-actions">
      {can(town, 'ACCOUNT_ASSIGN') && (
        <Button size="small" type="text" onClick={() => setDoing('assign')}>
          {t('assign')}
        </Button>
      )}
      {can(town, 'ACCOUNT_LINK') && (
        <Button size="small" type="text" onClick={() => setDoing('link')}>
          {t('link')}
        </Button>
      )}
      {
        // One's own ends this session before the new password could be shown.
        viewer.account.name !== account.name && can(town, 'ACCOUNT_RESET') && account.home && (
          <Button size="small" type="text" onClick={confirm}>
            {t('reset')}
          </Button>
        )
      }
      {doing === 'assign' && <AssignRole town={town.code} account={account} onClose={() => setDoing(null)} />}
      {doing === 'link' && <LinkPerson town={town.code} account={account} onClose={() => setDoing(null)} />}
      {renewed && (
        <PasswordOnce
          title={t('resetDone', { name: account.displayName })}
          password={renewed.password}
          onClose={() => setRenewed(null)}
        />
      )}
    </span>
  );
}
