import { useQuery } from '@apollo/client/react';
import { Breadcrumb, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { CoveredByPanel } from '../coverage/CoveredBy.tsx';
import { Management } from '../party-organizations/Management.tsx';
import { OrganizationWork } from '../party-work/OrganizationWork.tsx';
import { TownNav } from '../towns/TownNav.tsx';
import { DayBanner, DayPicker, pathOn, useAsOf } from '../ui/asOf.tsx';
import { Details } from '../ui/Details.tsx';
import { isOver } from '../ui/day.ts';
import { History } from '../ui/History.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { usePeriod } from '../ui/period.ts';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { unitPath } from '../units/unit.ts';
import { CloseOrganization } from './CloseOrganization.tsx';
import { OrganizationContacts } from './OrganizationContacts.tsx';
import { ORGANIZATION, type Organization } from './organization.ts';
import { ReviseOrganization } from './ReviseOrganization.tsx';

const forms = { revise: ReviseOrganization, close: CloseOrganization };

/** One organisation on a day: what it is and where, what covers it, what it was, and whom to ask there. */
export function Component() {
  const { id = '' } = useParams();
  const asOf = useAsOf();
  const { t } = useTranslation('organizations');
  const period = usePeriod();
  const [doing, setDoing] = useState<keyof typeof forms | null>(null);
  const { data, previousData, error, refetch } = useQuery(ORGANIZATION, { variables: { id, asOf } });
  const organization = (data ?? previousData)?.organization;
  const town = organization?.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!organization || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  const { name, kind, validFrom, validTo, coverage } = organization;
  const Form = doing && forms[doing];
  return (
    <div className="page">
      <PageHead
        title={name}
        crumbs={
          <Breadcrumb
            items={[
              {
                title: (
                  <Link to={pathOn(`/towns/${town.code}/organizations`, asOf)}>
                    {`${town.name} ${t('organizations')}`}
                  </Link>
                ),
              },
              { title: name },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={asOf} at="organizations" />}
        tags={
          <>
            <Tag color="blue">{kind.name}</Tag>
            {isOver(organization) && <Tag>{t('closed')}</Tag>}
          </>
        }
        meta={
          <>
            <span>{period(validFrom, validTo)}</span>
            <DayPicker />
          </>
        }
        actions={
          can(organization, 'ORGANIZATION_KEEP') && (
            <div className="actions">
              <Button type="primary" onClick={() => setDoing('revise')}>
                {t('revise')}
              </Button>
              <Button danger onClick={() => setDoing('close')}>
                {t('close')}
              </Button>
            </div>
          )
        }
      />
      <DayBanner />
      <div className="columns">
        <div className="column-main">
          <OrganizationDetails organization={organization} />
          {coverage && <CoveredByPanel organization={organization} links={coverage} />}
          {coverage && <OrganizationWork organization={organization} />}
          <Versions organization={organization} />
        </div>
        <div className="column-side">
          {organization.viewerCan.includes('ORGANIZATION_CONTACT') && (
            <OrganizationContacts organization={organization} />
          )}
          {coverage && <Management of={organization} />}
        </div>
      </div>
      {Form && <Form organization={organization} onClose={() => setDoing(null)} />}
    </div>
  );
}

function OrganizationDetails({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organizations');
  const { kind, unit, industry, size, partyMembers, creditCode, closedBecause } = organization;
  const rows = [
    { label: t('kind'), children: kind.name },
    kind.name !== t(`classes.${kind.class}`) && { label: t('class'), children: t(`classes.${kind.class}`) },
    unit && { label: t('unit'), children: <Link to={unitPath(unit.id)}>{unit.name}</Link> },
    industry && { label: t('industry'), children: industry.name },
    size !== null && { label: t('headcount'), children: t('peopleCount', { n: size }) },
    { label: t('partyMembers'), children: partyMembers },
    creditCode !== null && { label: t('code'), children: <span className="code">{creditCode}</span> },
    closedBecause !== null && { label: t('closedBecause'), children: closedBecause },
  ];
  return (
    <Panel title={t('details')}>
      <Details rows={rows} />
    </Panel>
  );
}

/** What an organisation was, is and will be, the latest first. */
function Versions({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organizations');
  return (
    <Panel title={t('history')}>
      <History
        periods={organization.versions.map(
          ({ name, kind, unit, industry, size, partyMembers, validFrom, validTo }) => ({
            from: validFrom,
            to: validTo,
            title: `${name} · ${kind.name}`,
            note: [
              unit?.name,
              industry?.name,
              size !== null && t('peopleCount', { n: size }),
              partyMembers > 0 ? t('memberCount', { n: partyMembers }) : t('noMembers'),
            ]
              .filter(Boolean)
              .join(' · '),
          }),
        )}
      />
    </Panel>
  );
}
