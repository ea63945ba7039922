import { skipToken, useQuery } from '@apollo/client/react';
import { Breadcrumb, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { householdPath } from '../households/household.ts';
import { RequestLinks } from '../requests/RequestLinks.tsx';
import { TownNav } from '../towns/TownNav.tsx';
import { Details } from '../ui/Details.tsx';
import { momentInShanghai } from '../ui/day.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { unitPath } from '../units/unit.ts';
import { CallActions } from './CallActions.tsx';
import { CallEvents } from './CallEvents.tsx';
import { CALL, CALL_MASKED, type Call } from './call.ts';
import { StateTag } from './StateTag.tsx';

/** One call: who called about what, what became of it, and what may be done with it now. */
export function Component() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation(['calls', 'residents']);
  const purpose = usePurpose();
  const full = useQuery(CALL, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(CALL_MASKED, purpose ? skipToken : { variables: { id }, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  const call = data?.call;
  const town = call?.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!call || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  const said = (text: string | null) =>
    purpose === null ? <p className="hint">{t('residents:hidden')}</p> : <p className="written">{text ?? '—'}</p>;
  return (
    <div className="page">
      <PageHead
        title={`${t('call')} ${call.number}`}
        crumbs={
          <Breadcrumb
            items={[
              { title: <Link to={`/towns/${town.code}/hotline`}>{`${town.name} ${call.hotline?.name}`}</Link> },
              { title: call.number },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="hotline" />}
        tags={
          <>
            <StateTag state={call.state} />
            {call.missed && call.state !== 'MISSED' && <Tag variant="outlined">{t('wasMissed')}</Tag>}
          </>
        }
        meta={
          <span>
            {momentInShanghai(call.calledAt, i18n.language)} · {call.answeredBy?.name ?? t('nobodyAnswered')}
          </span>
        }
        actions={<CallActions call={call} />}
      />
      <div className="columns">
        <div className="column-main">
          <Panel title={t('matter')} extra={<PurposePicker />}>
            {said(call.matter)}
          </Panel>
          {call.state !== 'MISSED' && <Panel title={t('answer')}>{said(call.answer)}</Panel>}
          <Panel title={t('events')}>
            <CallEvents events={call.events} purpose={purpose} />
          </Panel>
        </div>
        <div className="column-side">
          <CallDetails call={call} />
          {call.requests && call.requests.length > 0 && (
            <Panel title={t('becameRequests')}>
              <RequestLinks requests={call.requests} />
            </Panel>
          )}
          {call.about && (
            <Panel title={t('about')}>
              <RequestLinks requests={[call.about]} />
            </Panel>
          )}
        </div>
      </div>
    </div>
  );
}

function CallDetails({ call }: { call: Call }) {
  const { t } = useTranslation(['calls', 'households', 'requests']);
  const { household, resident, callerName, telephone, seconds, unit, satisfaction } = call;
  const who = resident?.name ?? callerName;
  const rows = [
    household && {
      label: t('requests:household'),
      children: <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>,
    },
    { label: t('caller'), children: who ?? t('unknown') },
    telephone !== null && { label: t('telephone'), children: <span className="code">{telephone}</span> },
    seconds !== null && { label: t('took'), children: t('minutesLong', { n: Math.round(seconds / 6) / 10 }) },
    unit && { label: t('unit'), children: <Link to={unitPath(unit.id)}>{unit.name}</Link> },
    satisfaction && { label: t('requests:satisfaction'), children: t(`requests:satisfactions.${satisfaction}`) },
  ];
  return (
    <Panel title={t('requests:details')}>
      <Details rows={rows} />
    </Panel>
  );
}
