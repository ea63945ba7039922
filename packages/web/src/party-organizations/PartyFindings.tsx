import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PartyFindingsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { organizationPath } from '../organizations/organization.ts';
import { pathOn, useAsOf } from '../ui/asOf.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import { partyPath } from './party.ts';

const PARTY_FINDINGS = graphql(`
  query PartyFindings($code: RegisterCode!, $asOf: Date, $after: String) {
    town(code: $code, asOf: $asOf) {
      id
      partyFindings(first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { rule partyOrganization { id name } organization { id name } }
      }
    }
  }
`);

type Finding = NonNullable<NonNullable<PartyFindingsQuery['town']>['partyFindings']>['nodes'][number];

/** What is incomplete in the Party's organisations of a town, and in what they cover. */
export function PartyFindings({ town }: { town: string }) {
  const { t } = useTranslation('partyOrganizations');
  const query = useQuery(PARTY_FINDINGS, { variables: { code: town, asOf: useAsOf(), after: null } });
  return (
    <ListPanel title={t('findings')} none={t('noFindings')} query={query} list={(data) => data.town?.partyFindings}>
      {(finding) => (
        <Line key={`${finding.rule} ${(finding.partyOrganization ?? finding.organization)?.id}`} {...finding} />
      )}
    </ListPanel>
  );
}

function Line({ rule, partyOrganization: party, organization }: Finding) {
  const { t } = useTranslation('partyOrganizations');
  const asOf = useAsOf();
  return (
    <div className="party-finding">
      {party && <Link to={pathOn(partyPath(party.id), asOf)}>{party.name}</Link>}
      {organization && <Link to={pathOn(organizationPath(organization.id), asOf)}>{organization.name}</Link>}
      <span className="hint">{t(`rules.${rule}`)}</span>
    </div>
  );
}
