import { skipToken, useQuery } from '@apollo/client/react';
import { Breadcrumb, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { householdPath } from '../households/household.ts';
import { RequestLinks } from '../requests/RequestLinks.tsx';
import { TownNav } from '../towns/TownNav.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { MediationActions } from './MediationActions.tsx';
import { MediationEvents } from './MediationEvents.tsx';
import { isToCheck, MEDIATION, MEDIATION_MASKED } from './mediation.ts';
import { StateTag } from './StateTag.tsx';
import { Talks } from './Talks.tsx';

/** One mediation: who is at odds about what, the talks with them, what they agreed, and whether it is kept. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['mediations', 'residents', 'households']);
  const list = useList();
  const purpose = usePurpose();
  const full = useQuery(MEDIATION, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(MEDIATION_MASKED, purpose ? skipToken : { variables: { id }, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  const mediation = data?.mediation;
  const town = mediation?.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!mediation || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  const said = (text: string | null) =>
    purpose === null ? <p className="hint">{t('residents:hidden')}</p> : <p className="written">{text}</p>;
  const { parties, checkOn, request } = mediation;
  return (
    <div className="page">
      <PageHead
        title={`${mediation.subject.name} ${mediation.number}`}
        crumbs={
          <Breadcrumb
            items={[
              { title: <Link to={`/towns/${town.code}/mediations`}>{`${town.name} ${t('mediations')}`}</Link> },
              { title: mediation.number },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="mediations" />}
        tags={
          <>
            <StateTag state={mediation.state} />
            {isToCheck(mediation, dayInShanghai()) && <Tag color="error">{t('toCheck')}</Tag>}
          </>
        }
        meta={
          <span>
            {mediation.unit?.name ?? town.name} ·{' '}
            {t('by', { names: list(mediation.mediators.map(({ name }) => name)) })}
            {checkOn !== null && ` · ${t('checkBy', { day: checkOn })}`}
          </span>
        }
        actions={<MediationActions mediation={mediation} />}
      />
      <div className="columns">
        <div className="column-main">
          <Panel title={t('matter')} extra={<PurposePicker />}>
            {said(mediation.matter)}
          </Panel>
          {mediation.agreedOn !== null && (
            <Panel title={`${t('agreement')} · ${mediation.agreedOn}`}>{said(mediation.agreement)}</Panel>
          )}
          <Talks talks={mediation.talks} purpose={purpose} />
          <Panel title={t('events')}>
            <MediationEvents events={mediation.events} purpose={purpose} />
          </Panel>
        </div>
        <div className="column-side">
          <Panel title={`${t('parties')} ${parties.length}`}>
            <ul className="plain">
              {parties.map(({ id: party, name, code, household }) => (
                <li key={party}>
                  {household ? (
                    <Link to={householdPath(household.id)}>{code ?? t('households:noCode')}</Link>
                  ) : (
                    (name ?? code ?? t('households:noCode'))
                  )}
                </li>
              ))}
            </ul>
          </Panel>
          {request && (
            <Panel title={t('request')}>
              <RequestLinks requests={[request]} />
            </Panel>
          )}
        </div>
      </div>
    </div>
  );
}
