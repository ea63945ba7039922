import { skipToken, useQuery } from '@apollo/client/react';
import { Alert, Breadcrumb } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { householdPath } from '../households/household.ts';
import { TownNav } from '../towns/TownNav.tsx';
import { Details } from '../ui/Details.tsx';
import { grouped } from '../ui/money.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { ApplyAgain } from './ApplyAgain.tsx';
import { Grants } from './Grants.tsx';
import { ReliefActions } from './ReliefActions.tsx';
import { ReliefEvents } from './ReliefEvents.tsx';
import { RELIEF_APPLICATION, RELIEF_APPLICATION_MASKED, type ReliefApplication, reliefPath } from './relief.ts';
import { StateTag } from './StateTag.tsx';

/** One application for relief: why, what was granted of which funds, and through whose hands it went. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['relief', 'residents', 'households']);
  const purpose = usePurpose();
  const full = useQuery(RELIEF_APPLICATION, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(RELIEF_APPLICATION_MASKED, purpose ? skipToken : { variables: { id }, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  const application = data?.reliefApplication;
  const town = application?.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!application || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  return (
    <div className="page">
      <PageHead
        title={`${application.itemName} ${application.number}`}
        crumbs={
          <Breadcrumb
            items={[
              { title: <Link to={`/towns/${town.code}/relief`}>{`${town.name} ${t('applications')}`}</Link> },
              { title: application.number },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="relief" />}
        tags={<StateTag state={application.state} />}
        meta={
          <span>
            {t('appliedOn', { day: application.appliedOn })} ·{' '}
            {t('askedAmount', { amount: grouped(application.amount) })}
          </span>
        }
        actions={
          <>
            <ReliefActions application={application} />
            <ApplyAgain application={application} />
          </>
        }
      />
      <Repeats application={application} />
      <div className="columns">
        <div className="column-main">
          <Panel title={t('reason')} extra={<PurposePicker />}>
            {purpose === null ? (
              <p className="hint">{t('residents:hidden')}</p>
            ) : (
              <p className="written">{application.reason}</p>
            )}
          </Panel>
          <Grants grants={application.grants} />
          <Panel title={t('events')}>
            <ReliefEvents events={application.events} purpose={purpose} />
          </Panel>
        </div>
        <div className="column-side">
          <Panel title={t('details')}>
            <Details
              rows={[
                application.household && {
                  label: t('households:household'),
                  children: (
                    <Link to={householdPath(application.household.id)}>
                      {application.household.code ?? t('households:noCode')}
                    </Link>
                  ),
                },
                application.resident && { label: t('resident'), children: application.resident.name },
                application.recordedBy !== null && { label: t('recordedBy'), children: application.recordedBy },
              ]}
            />
          </Panel>
        </div>
      </div>
    </div>
  );
}

/** That the household applied for the same in the same year. */
function Repeats({ application: { repeats } }: { application: ReliefApplication }) {
  const { t } = useTranslation('relief');
  if (repeats.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('repeats')}
      description={
        <ul className="plain">
          {repeats.map(({ id, number, appliedOn, state }) => (
            <li key={id} className="tags">
              <Link to={reliefPath(id)}>{number}</Link>{' '}
              <span className="hint">{t('appliedOn', { day: appliedOn })}</span>
              <StateTag state={state} />
            </li>
          ))}
        </ul>
      }
    />
  );
}
