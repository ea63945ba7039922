import { useQuery } from '@apollo/client/react';
import { Breadcrumb } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { requestPath } from '../requests/request.ts';
import { TownNav } from '../towns/TownNav.tsx';
import { Details } from '../ui/Details.tsx';
import { momentInShanghai } from '../ui/day.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { StepLine } from '../ui/StepLine.tsx';
import { unitPath } from '../units/unit.ts';
import { DeliberationActions } from './DeliberationActions.tsx';
import { DELIBERATION, type Deliberation } from './deliberation.ts';
import { Meetings } from './Meetings.tsx';
import { Objections } from './Objections.tsx';
import { StateTag } from './StateTag.tsx';
import { Tally } from './Tally.tsx';
import { Voters } from './Voters.tsx';

/** One deliberation: what is asked, how the votes are and what the rule makes of them, who objects and what was answered, and the work. */
export function Component() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation('deliberations');
  const { data, error, refetch } = useQuery(DELIBERATION, { variables: { id } });
  const deliberation = data?.deliberation;
  const town = deliberation?.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!deliberation || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  const { state, closesAt } = deliberation;
  const manages = town.viewerCanSomewhere.includes('DELIBERATION_MANAGE');
  const records = town.viewerCanSomewhere.includes('DELIBERATION_RECORD');
  return (
    <div className="page">
      <PageHead
        title={deliberation.question}
        crumbs={
          <Breadcrumb
            items={[
              { title: <Link to={`/towns/${town.code}/deliberations`}>{`${town.name} ${t('deliberations')}`}</Link> },
              { title: deliberation.proposedOn },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="deliberations" />}
        tags={<StateTag state={state} />}
        meta={
          <span>
            {deliberation.unit?.name} · {t(`electorates.${deliberation.electorate}`)}
            {closesAt !== null && ` · ${t('closesAt', { at: momentInShanghai(closesAt, i18n.language) })}`}
          </span>
        }
        actions={<DeliberationActions deliberation={deliberation} />}
      />
      <div className="columns">
        <div className="column-main">
          <Panel title={t('description')}>
            <p className="written">{deliberation.description}</p>
          </Panel>
          <Tally deliberation={deliberation} />
          {records && deliberation.openedAt !== null && (
            <>
              <Voters deliberation={deliberation} manages={manages} />
              <Objections deliberation={deliberation} />
            </>
          )}
        </div>
        <div className="column-side">
          <DeliberationDetails deliberation={deliberation} />
          <Meetings deliberation={deliberation} manages={manages} />
          <Panel title={t('events')}>
            <Events deliberation={deliberation} />
          </Panel>
        </div>
      </div>
    </div>
  );
}

function DeliberationDetails({ deliberation }: { deliberation: Deliberation }) {
  const { t } = useTranslation('deliberations');
  const { unit, requests, decidedOn, recordedBy } = deliberation;
  const rows = [
    unit && { label: t('unit'), children: <Link to={unitPath(unit.id)}>{unit.name}</Link> },
    requests !== null &&
      requests.nodes.length > 0 && {
        label: t('requests'),
        children: (
          <span className="tags">
            {requests.nodes.map(({ id, number }) => (
              <Link key={id} to={requestPath(id)}>
                {number}
              </Link>
            ))}
          </span>
        ),
      },
    { label: t('proposed'), children: deliberation.proposedOn },
    decidedOn !== null && { label: t('decidedOn'), children: decidedOn },
    recordedBy !== null && { label: t('recordedBy'), children: recordedBy },
  ];
  return (
    <Panel title={t('details')}>
      <Details rows={rows} />
    </Panel>
  );
}

function Events({ deliberation }: { deliberation: Deliberation }) {
  const { t } = useTranslation('deliberations');
  return (
    <StepLine
      steps={deliberation.events.map((event) => ({
        ...event,
        when: event.happenedOn,
        name: t(`steps.${event.step}`),
        color: event.step === 'DECIDE' || event.step === 'FINISH' ? 'green' : 'blue',
        what: event.step === 'DECIDE' && <StateTag state={event.state} />,
      }))}
    />
  );
}
