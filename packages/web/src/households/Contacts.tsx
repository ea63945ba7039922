import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { momentInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { unitPath } from '../units/unit.ts';
import type { HouseholdInFull } from './household.ts';

type Contact = HouseholdInFull['contacts'][number];

/** The contacts with a household, the latest first, each under the block of its day. */
export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  const { t, i18n } = useTranslation('households');
  return (
    <Panel title={`${t('contacts')} ${contacts.length}`} flush>
      <Sheet<Contact>
        rows={contacts}
        empty={t('noContacts')}
        columns={[
          {
            title: t('contactedOn'),
            key: 'contactedOn',
            width: 110,
            render: (_, { contactedOn }) => <span className="code">{contactedOn}</span>,
          },
          {
            title: t('recordedUnder'),
            key: 'block',
            render: (_, { block }) => <Link to={unitPath(block.id)}>{block.name}</Link>,
          },
          {
            title: t('recordedAt'),
            key: 'recordedAt',
            responsive: ['sm'],
            render: (_, { recordedAt }) => <span className="hint">{momentInShanghai(recordedAt, i18n.language)}</span>,
          },
        ]}
      />
    </Panel>
  );
}
