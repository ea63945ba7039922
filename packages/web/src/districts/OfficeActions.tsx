import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordOnce } from '../accounts/PasswordOnce.tsx';
import { useViewer } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useFailureText } from '../ui/failure.ts';
import type { Office } from './office.ts';

const RESET_OFFICE_PASSWORD = graphql(`
  mutation ResetOfficePassword($input: ResetOfficePasswordInput!) {
    resetOfficePassword(input: $input) { password }
  }
`);

const END_OFFICE = graphql(`
  mutation EndOffice($input: EndOfficeInput!) {
    endOffice(input: $input) { office { id } }
  }
`);

/** What an operator may do with an office of somebody else: give its account a new password, end it. */
export function OfficeActions({ office }: { office: Office }) {
  const { t } = useTranslation(['districts', 'accounts']);
  const { modal, message } = App.useApp();
  const textOf = useFailureText();
  const reset = useChange(RESET_OFFICE_PASSWORD, { rereads: false });
  const end = useChange(END_OFFICE);
  const [renewed, setRenewed] = useState<{ password: string | null } | null>(null);
  const viewer = useViewer();
  const { name: account, displayName: name } = office.account;

  function confirmReset() {
    modal.confirm({
      title: t('accounts:resetTitle', { name }),
      content: t('accounts:resetLead'),
      okText: t('accounts:reset'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          setRenewed((await reset({ office: office.id })).resetOfficePassword);
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  }

  function confirmEnd() {
    modal.confirm({
      title: t('offices.endTitle', { name }),
      content: t('offices.endLead', { account, role: t(`accounts:role.${office.role}`) }),
      okText: t('offices.end'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await end({ office: office.id });
          void message.success(t('offices.ended'));
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  }

  // Both end all sessions, this one too, before a new password could be shown.
  if (office.account.id === viewer.account.id) return null;
  return (
    <span className="row-actions">
      <Button size="small" type="text" onClick={confirmReset}>
        {t('accounts:reset')}
      </Button>
      <Button size="small" type="text" onClick={confirmEnd}>
        {t('offices.end')}
      </Button>
      {renewed && (
        <PasswordOnce
          title={t('accounts:resetDone', { name })}
          password={renewed.password}
          onClose={() => setRenewed(null)}
        />
      )}
    </span>
  );
}
