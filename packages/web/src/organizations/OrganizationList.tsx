import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathOn } from '../ui/asOf.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import {
  filterOf,
  ORGANIZATIONS,
  type OrganizationChoice,
  type OrganizationRow,
  organizationPath,
} from './organization.ts';

interface Props {
  town: string;
  choice: OrganizationChoice;
  asOf: string | null;
}

/** The organisations that are chosen, a line each, by name. */
export function OrganizationList({ town, choice, asOf }: Props) {
  const { t } = useTranslation('organizations');
  const variables = { code: town, filter: filterOf(choice), asOf, after: null };
  const query = useQuery(ORGANIZATIONS, { variables });
  return (
    <ListPanel title={t('organizations')} none={t('none')} query={query} list={(data) => data.town?.organizations}>
      {(organization) => <Line key={organization.id} organization={organization} asOf={asOf} />}
    </ListPanel>
  );
}

/** One organisation: what it is called and is, where, and how many people and Party members it has. */
function Line({ organization, asOf }: { organization: OrganizationRow; asOf: string | null }) {
  const { t } = useTranslation('organizations');
  const { id, name, creditCode, kind, unit, industry, size, partyMembers } = organization;
  return (
    <article className="record-line">
      <div>
        <Link to={pathOn(organizationPath(id), asOf)} className="record-line-name">
          <strong>{name}</strong> {creditCode !== null && <span className="code">{creditCode}</span>}
        </Link>
        <div className="hint">
          {kind.name}
          {industry && ` · ${industry.name}`}
        </div>
      </div>
      <div>{unit?.name}</div>
      <div className="tags">
        {partyMembers > 0 ? (
          <Tag color="red">{t('memberCount', { n: partyMembers })}</Tag>
        ) : (
          <Tag>{t('noMembers')}</Tag>
        )}
        {size !== null && <span className="hint">{t('peopleCount', { n: size })}</span>}
      </div>
    </article>
  );
}
