import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { ChangePartyOrganization } from './ChangePartyOrganization.tsx';
import { DissolvePartyOrganization } from './DissolvePartyOrganization.tsx';
import { MergePartyOrganizations } from './MergePartyOrganizations.tsx';
import type { PartyInFull } from './party.ts';

const forms = { change: ChangePartyOrganization, merge: MergePartyOrganizations, dissolve: DissolvePartyOrganization };

/** What its viewer may do with a Party organisation, as buttons. */
export function PartyActions({ party }: { party: PartyInFull }) {
  const { t } = useTranslation('partyOrganizations');
  const [doing, setDoing] = useState<keyof typeof forms | null>(null);
  if (!can(party, 'PARTY_KEEP')) return null;
  const Form = doing && forms[doing];
  return (
    <div className="actions">
      <Button type="primary" onClick={() => setDoing('change')}>
        {t('change')}
      </Button>
      <Button onClick={() => setDoing('merge')}>{t('merge')}</Button>
      <Button danger onClick={() => setDoing('dissolve')}>
        {t('dissolve')}
      </Button>
      {Form && <Form party={party} onClose={() => setDoing(null)} />}
    </div>
  );
}
