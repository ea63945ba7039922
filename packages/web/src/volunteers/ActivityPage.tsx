import { useQuery } from '@apollo/client/react';
import { Breadcrumb, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { TownNav } from '../towns/TownNav.tsx';
import { Details } from '../ui/Details.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { CallOff, SignUp } from './ActivityForms.tsx';
import { SignUps } from './SignUps.tsx';
import { type Activity, VOLUNTEER_ACTIVITY } from './volunteer.ts';

/** An activity of volunteers: what it is, who signed up, and who came. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation('volunteers');
  const { data, error, refetch } = useQuery(VOLUNTEER_ACTIVITY, { variables: { id } });
  const activity = data?.volunteerActivity;
  const town = activity?.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!activity || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  return (
    <div className="page">
      <PageHead
        title={activity.name}
        crumbs={
          <Breadcrumb
            items={[
              {
                title: (
                  <Link
                    to={`/towns/${town.code}/volunteers?view=activities`}
                  >{`${town.name} ${t('views.activities')}`}</Link>
                ),
              },
              { title: activity.name },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="volunteers" />}
        tags={activity.calledOffAt !== null && <Tag color="red">{t('calledOff')}</Tag>}
        meta={
          <span>
            {activity.activityKind.name} · {activity.heldOn} {activity.time}
          </span>
        }
        actions={<Actions activity={activity} />}
      />
      <div className="columns">
        <div className="column-main">
          <SignUps activity={activity} />
        </div>
        <div className="column-side">
          <Panel title={t('about')}>
            <Details
              rows={[
                { label: t('heldAt'), children: activity.unit?.name ?? town.name },
                activity.place !== null && { label: t('place'), children: activity.place },
                activity.points !== null && { label: t('earnsNow'), children: t('points', { n: activity.points }) },
                { label: t('signedUp'), children: activity.signedUp },
                { label: t('came'), children: activity.confirmed },
                activity.calledOffBecause !== null && { label: t('reason'), children: activity.calledOffBecause },
                activity.recordedBy !== null && { label: t('plannedBy'), children: activity.recordedBy },
              ]}
            />
          </Panel>
        </div>
      </div>
    </div>
  );
}

function Actions({ activity }: { activity: Activity }) {
  const { t } = useTranslation('volunteers');
  const [doing, setDoing] = useState<'signUp' | 'callOff' | null>(null);
  if (activity.calledOffAt !== null) return null;
  const close = () => setDoing(null);
  return (
    <>
      {can(activity, 'VOLUNTEER_KEEP') && activity.confirmed === 0 && (
        <Button danger onClick={() => setDoing('callOff')}>
          {t('callOff')}
        </Button>
      )}
      {activity.town.viewerCanSomewhere.includes('VOLUNTEER_KEEP') && (
        <Button type="primary" onClick={() => setDoing('signUp')}>
          {t('signUp')}
        </Button>
      )}
      {doing === 'callOff' && <CallOff activity={activity} onClose={close} />}
      {doing === 'signUp' && <SignUp activity={activity} onClose={close} />}
    </>
  );
}
