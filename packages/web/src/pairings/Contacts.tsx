import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { Byline } from '../ui/Byline.tsx';
import { Panel } from '../ui/Panel.tsx';
import { RecordContact, WithdrawContact } from './ContactForms.tsx';
import type { Contact, Pairing } from './pairing.ts';

/** The contacts of a pairing, the latest first, and the way to put down another. */
export function Contacts({ pairing }: { pairing: Pairing }) {
  const { t } = useTranslation('pairings');
  const [recording, setRecording] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Contact | null>(null);
  const { contacts } = pairing;
  const mayContact = can(pairing, 'PAIRING_CONTACT');
  return (
    <Panel
      flush
      title={`${t('contacts')} ${contacts.totalCount}`}
      extra={
        mayContact && (
          <Button size="small" type="primary" onClick={() => setRecording(true)}>
            {t('recordContact')}
          </Button>
        )
      }
    >
      {contacts.nodes.length === 0 && <p className="hint padded">{t('noContacts')}</p>}
      {contacts.nodes.map((contact) => (
        <article key={contact.id} className="record-line">
          <div>
            <strong>{contact.contactedOn}</strong> {t(`ways.${contact.way}`)}
            <div className="hint">
              <Byline by={contact.recordedBy} at={contact.recordedAt} />
            </div>
          </div>
          <div>
            {contact.done === null ? <span className="hint">{t('hidden')}</span> : contact.done}
            {contact.withdrawnBecause !== null && (
              <div className="hint">{t('withdrawnBecause', { reason: contact.withdrawnBecause })}</div>
            )}
          </div>
          <div className="tags">
            {contact.withdrawnAt !== null && <Tag>{t('withdrawn')}</Tag>}
            {contact.withdrawnAt === null && mayContact && (
              <Button size="small" type="text" onClick={() => setWithdrawing(contact)}>
                {t('withdraw')}
              </Button>
            )}
          </div>
        </article>
      ))}
      {recording && <RecordContact pairing={pairing} onClose={() => setRecording(false)} />}
      {withdrawing && <WithdrawContact contact={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Panel>
  );
}
