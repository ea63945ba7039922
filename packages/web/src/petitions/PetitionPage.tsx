import { skipToken, useQuery } from '@apollo/client/react';
import { Breadcrumb, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { RequestLinks } from '../requests/RequestLinks.tsx';
import { TownNav } from '../towns/TownNav.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { Meetings } from './Meetings.tsx';
import { PetitionActions } from './PetitionActions.tsx';
import { PetitionDetails } from './PetitionDetails.tsx';
import { PetitionEvents } from './PetitionEvents.tsx';
import { PETITION, PETITION_MASKED } from './petition.ts';
import { StateTag } from './StateTag.tsx';

/** One petition: what it asks for, who petitions, what its viewer may do now, and how it came to where it is. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['petitions', 'residents', 'requests']);
  const purpose = usePurpose();
  const full = useQuery(PETITION, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(PETITION_MASKED, purpose ? skipToken : { variables: { id }, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  const petition = data?.petition;
  const town = petition?.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!petition || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  const hidden = <p className="hint">{t('residents:hidden')}</p>;
  const said = (text: string | null) => (purpose === null ? hidden : <p className="written">{text}</p>);
  return (
    <div className="page">
      <PageHead
        title={`${petition.subject.name} ${petition.number}`}
        crumbs={
          <Breadcrumb
            items={[
              { title: <Link to={`/towns/${town.code}/petitions`}>{`${town.name} ${t('petitions')}`}</Link> },
              { title: petition.number },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="petitions" />}
        tags={
          <>
            <StateTag state={petition.state} />
            {petition.people > 1 && <Tag variant="outlined">{t('people', { n: petition.people })}</Tag>}
            {petition.overdue && <Tag color="error">{t('requests:overdue')}</Tag>}
          </>
        }
        meta={
          <span>
            {petition.unit?.name ?? town.name} · {petition.holder?.name ?? t('nobody')}
            {petition.dueOn !== null &&
              ` · ${t(petition.state === 'RECEIVED' ? 'decideBy' : 'answerBy', { day: petition.dueOn })}`}
          </span>
        }
        actions={<PetitionActions petition={petition} />}
      />
      <div className="columns">
        <div className="column-main">
          <Panel title={t('matter')} extra={<PurposePicker />}>
            {said(petition.matter)}
          </Panel>
          {petition.answeredOn !== null && (
            <Panel title={`${t('answer')} · ${petition.answeredOn}`}>{said(petition.answer)}</Panel>
          )}
          <Meetings meetings={petition.meetings} purpose={purpose} />
          {petition.requests.length > 0 && (
            <Panel title={`${t('raised')} ${petition.requests.length}`}>
              <RequestLinks requests={petition.requests} />
            </Panel>
          )}
          <Panel title={t('events')}>
            <PetitionEvents events={petition.events} town={town.name} purpose={purpose} />
          </Panel>
        </div>
        <div className="column-side">
          <PetitionDetails petition={petition} />
        </div>
      </div>
    </div>
  );
}
