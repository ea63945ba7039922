import { skipToken, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { graphql } from '../generated/index.ts';
import { Details } from '../ui/Details.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import type { Organization } from './organization.ts';
import { ReviseContacts } from './ReviseContacts.tsx';

const CONTACTS = graphql(`
  query OrganizationContacts($id: ID!, $asOf: Date, $for: ReadingPurpose!) @purpose(of: $for) {
    organization(id: $id, asOf: $asOf) { id owner contact telephone }
  }
`);

const CONTACTS_MASKED = graphql(`
  query OrganizationContactsMasked($id: ID!, $asOf: Date) {
    organization(id: $id, asOf: $asOf) { id owner contact telephone }
  }
`);

/** Whom to ask at an organisation: masked, until it is said what for. */
export function OrganizationContacts({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organizations');
  const purpose = usePurpose();
  const [revising, setRevising] = useState(false);
  const { id, asOf } = organization;
  const full = useQuery(CONTACTS, purpose ? { variables: { id, asOf, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(CONTACTS_MASKED, purpose ? skipToken : { variables: { id, asOf }, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  const contacts = data?.organization;
  const { owner = null, contact = null, telephone = null } = contacts ?? {};
  const known = [
    owner !== null && { label: t('ownerIs'), children: owner },
    contact !== null && { label: t('contactIs'), children: contact },
    telephone !== null && { label: t('telephoneIs'), children: <span className="code">{telephone}</span> },
  ];
  return (
    <Panel
      title={t('people')}
      extra={
        <span className="row-actions">
          <PurposePicker />
          {can(organization, 'ORGANIZATION_KEEP') && (
            <Button size="small" onClick={() => setRevising(true)}>
              {t('reviseContacts')}
            </Button>
          )}
        </span>
      }
    >
      {!contacts && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={2} />)}
      {contacts && (known.some(Boolean) ? <Details rows={known} /> : <p className="hint">{t('nobody')}</p>)}
      {revising && <ReviseContacts organization={organization} onClose={() => setRevising(false)} />}
    </Panel>
  );
}
