import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useLanguage } from '../i18n/language.ts';
import { momentInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Secret } from '../ui/Secret.tsx';
import { type Duty, DutyFields, dutyOf, townRoles } from './DutyFields.tsx';

const INVITE_TO_TOWN = graphql(`
  mutation InviteToTown($input: InviteToTownInput!) {
    inviteToTown(input: $input) { code expiresAt }
  }
`);

/** Makes a code with which somebody who has an account in another town gets a role in this one. */
export function InviteToTown({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'ui']);
  const language = useLanguage();
  const invite = useChange(INVITE_TO_TOWN);
  const [made, setMade] = useState<{ code: string | null; expiresAt: string } | null>(null);
  if (made) {
    return (
      <Modal
        open
        title={t('inviteTitle')}
        onCancel={onClose}
        mask={{ closable: false }}
        width={480}
        footer={
          <Button type="primary" onClick={onClose}>
            {t('ui:close')}
          </Button>
        }
      >
        {made.code === null ? <p>{t('inviteLost')}</p> : <Secret label={t('inviteCode')} value={made.code} />}
        <p className="hint">{t('inviteUntil', { at: momentInShanghai(made.expiresAt, language) })}</p>
      </Modal>
    );
  }
  return (
    <FormModal<Duty>
      title={t('inviteTitle')}
      lead={t('inviteLead')}
      submitLabel={t('inviteMake')}
      initialValues={{ role: 'UNIT_OFFICER' }}
      onClose={onClose}
      onSubmit={async (duty) => {
        const { inviteToTown } = await invite({ town, ...dutyOf(duty) });
        setMade(inviteToTown);
        return null;
      }}
    >
      <DutyFields town={town} roles={townRoles} />
    </FormModal>
  );
}
