import { useQuery } from '@apollo/client/react';
import { Breadcrumb, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useViewer } from '../accounts/viewer.ts';
import { Covers } from '../coverage/Covers.tsx';
import { TownNav } from '../towns/TownNav.tsx';
import { DayBanner, DayPicker, pathOn, ShownOn, useAsOf } from '../ui/asOf.tsx';
import { lastDayOf } from '../ui/day.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { usePeriod } from '../ui/period.ts';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { EndedNotice } from './EndedNotice.tsx';
import { PartyKindTag } from './KindTag.tsx';
import { Management } from './Management.tsx';
import { PartyActions } from './PartyActions.tsx';
import { PartyDetails } from './PartyDetails.tsx';
import { Posts } from './Posts.tsx';
import { PARTY_ORGANIZATION, type PartyInFull, partyPath } from './party.ts';
import { Versions } from './Versions.tsx';

/** One Party organisation: where it stands and sits, who leads it, what it covers, what it was before. */
export function Component() {
  const { id = '' } = useParams();
  return <PartyOnDay key={id} id={id} notice={<DayBanner />} />;
}

/** A Party organisation as of the day that is shown; one that has ended as it was on its last day. */
function PartyOnDay({ id, notice }: { id: string; notice: ReactNode }) {
  const { t } = useTranslation('partyOrganizations');
  const asOf = useAsOf();
  const period = usePeriod();
  const people = useViewer().permissions.includes('PERSON_READ');
  const { data, error, refetch } = useQuery(PARTY_ORGANIZATION, { variables: { id, asOf, people } });
  const party = data?.partyOrganization;
  useBeing(party ? `${party.town.district.name} · ${party.town.name}` : null);
  if (!party) {
    return (
      <div className="page">
        {notice}
        {error ? <Failed error={error} retry={() => void refetch()} /> : data ? <Missing /> : <Loading />}
      </div>
    );
  }
  const last = lastDayOf(party);
  if (last !== null) {
    return (
      <ShownOn day={last}>
        <PartyOnDay id={id} notice={<EndedNotice party={party} last={last} />} />
      </ShownOn>
    );
  }
  return (
    <div className="page">
      <PageHead
        title={party.name}
        crumbs={<Crumbs party={party} />}
        nav={<TownNav town={party.town} asOf={asOf} at="party" />}
        tags={
          <>
            <PartyKindTag kind={party.kind} form={party.form} />
            {party.management === 'DIRECT' && <Tag color="volcano">{t('managements.DIRECT')}</Tag>}
          </>
        }
        meta={
          <>
            <span>{period(party.validFrom, party.validTo)}</span>
            {party.secretary && (
              <span>
                {t('secretary')} {party.secretary.name}
              </span>
            )}
            <DayPicker />
          </>
        }
        actions={<PartyActions party={party} />}
      />
      {notice}
      <div className="columns">
        <div className="column-main">
          <Covers party={party} />
          {party.posts && <Posts party={party} posts={party.posts} />}
          <Under party={party} />
        </div>
        <div className="column-side">
          <PartyDetails party={party} />
          <Management of={party} />
          <Panel title={t('versions')}>
            <Versions party={party} />
          </Panel>
        </div>
      </div>
    </div>
  );
}

function Crumbs({ party: { town, parent, name } }: { party: PartyInFull }) {
  const { t } = useTranslation('partyOrganizations');
  const asOf = useAsOf();
  return (
    <Breadcrumb
      items={[
        { title: <Link to={pathOn(`/towns/${town.code}/party`, asOf)}>{`${town.name} ${t('tree')}`}</Link> },
        ...(parent ? [{ title: <Link to={pathOn(partyPath(parent.id), asOf)}>{parent.name}</Link> }] : []),
        { title: name },
      ]}
    />
  );
}

/** What stands directly under a Party organisation. */
function Under({ party: { children } }: { party: PartyInFull }) {
  const { t } = useTranslation('partyOrganizations');
  const asOf = useAsOf();
  if (children.totalCount === 0) return null;
  return (
    <Panel title={t('under', { n: children.totalCount })} flush>
      <ul className="choices">
        {children.nodes.map(({ id, name, kind }) => (
          <li key={id}>
            <Link to={pathOn(partyPath(id), asOf)}>
              <span>{name}</span>
              <PartyKindTag kind={kind} />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
