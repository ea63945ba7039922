import { useQuery } from '@apollo/client/react';
import { Breadcrumb, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { TownNav } from '../towns/TownNav.tsx';
import { periodAround } from '../ui/calendarPeriod.ts';
import { Details } from '../ui/Details.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { PeriodPicker } from '../ui/PeriodPicker.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { readPeriod } from './period.ts';
import { Redeem } from './Redeem.tsx';
import { Redemptions } from './Redemptions.tsx';
import { ReviseVolunteer } from './RegisterVolunteer.tsx';
import { activityPath, VOLUNTEER, type Volunteer } from './volunteer.ts';

/** A volunteer: what points they have, the statement of a period, and what they spent them on. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation('volunteers');
  const [params, choose] = useAddress();
  const [doing, setDoing] = useState<'redeem' | 'revise' | null>(null);
  const period = readPeriod(params) ?? periodAround(dayInShanghai(), 'YEAR');
  const { data, error, refetch } = useQuery(VOLUNTEER, { variables: { id, period } });
  const volunteer = data?.volunteer;
  const town = volunteer?.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!volunteer || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  const close = () => setDoing(null);
  return (
    <div className="page">
      <PageHead
        title={volunteer.name}
        crumbs={
          <Breadcrumb
            items={[
              { title: <Link to={`/towns/${town.code}/volunteers`}>{`${town.name} ${t('volunteers')}`}</Link> },
              { title: volunteer.name },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="volunteers" />}
        tags={volunteer.endedOn !== null && <Tag>{t('ended')}</Tag>}
        meta={
          <span>
            {volunteer.unit?.name} · {t('pointsHeld', { n: volunteer.balance })}
          </span>
        }
        actions={
          can(volunteer, 'VOLUNTEER_KEEP') && (
            <>
              <Button onClick={() => setDoing('revise')}>{t('revise')}</Button>
              <Button type="primary" onClick={() => setDoing('redeem')}>
                {t('redeem')}
              </Button>
            </>
          )
        }
      />
      <div className="columns">
        <div className="column-main">
          <div className="toolbar">
            <PeriodPicker period={period} choose={({ from, to }) => choose({ from, to })} />
          </div>
          <Statement volunteer={volunteer} />
        </div>
        <div className="column-side">
          <Redemptions town={town} volunteer={volunteer.id} />
        </div>
      </div>
      {doing === 'redeem' && <Redeem volunteer={volunteer} onClose={close} />}
      {doing === 'revise' && <ReviseVolunteer volunteer={volunteer} onClose={close} />}
    </div>
  );
}

/** What became of their points in the period, entry by entry. */
function Statement({ volunteer: { statement } }: { volunteer: Volunteer }) {
  const { t } = useTranslation('volunteers');
  return (
    <Panel title={t('statement')}>
      <Details
        rows={(['opening', 'earned', 'spent', 'closing'] as const).map((each) => ({
          label: t(each),
          children: statement[each],
        }))}
      />
      {statement.entries.length === 0 && <p className="hint">{t('noEntries')}</p>}
      {statement.entries.map((entry) => (
        <article key={`${entry.recordedAt} ${entry.balance}`} className="record-line">
          <div>
            <strong>{t(`entryKinds.${entry.kind}`)}</strong>
            <div className="hint">{[entry.bookedOn, entry.recordedBy].filter((each) => each !== null).join(' · ')}</div>
          </div>
          <div>
            {entry.activity && <Link to={activityPath(entry.activity.id)}>{entry.activity.name}</Link>}
            {entry.redemption?.reward.name}
            {entry.reason !== null && <div className="hint">{entry.reason}</div>}
          </div>
          <div className="tags">
            <strong>{entry.amount > 0 ? `+${entry.amount}` : entry.amount}</strong>
            <span className="hint">{t('pointsHeld', { n: entry.balance })}</span>
          </div>
        </article>
      ))}
    </Panel>
  );
}
