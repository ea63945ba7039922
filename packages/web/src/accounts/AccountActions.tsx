import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import type { Town } from '../towns/town.ts';
import { useFailureText } from '../ui/failure.ts';
import { AssignRole } from './AssignRole.tsx';
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
  const [assigning, setAssigning] = useState(false);
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
        <Button size="small" type="text" onClick={() => setAssigning(true)}>
          {t('assign')}
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
      {assigning && <AssignRole town={town.code} account={account} onClose={() => setAssigning(false)} />}
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
