import { useQuery } from '@apollo/client/react';
import { Alert, Breadcrumb, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DeliberateRequest } from '../deliberations/DeliberateRequest.tsx';
import { deliberationPath } from '../deliberations/deliberation.ts';
import { householdPath } from '../households/household.ts';
import { roundPath } from '../inspections/inspection.ts';
import { MediateRequest } from '../mediations/MediateRequest.tsx';
import { patrolPath } from '../patrols/patrol.ts';
import { LinkToProject } from '../projects/LinkToProject.tsx';
import { projectPath } from '../projects/project.ts';
import { TownNav } from '../towns/TownNav.tsx';
import { Details } from '../ui/Details.tsx';
import { useList } from '../ui/list.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { unitPath } from '../units/unit.ts';
import { ConcernedHouseholds } from './ConcernedHouseholds.tsx';
import { RequestActions } from './RequestActions.tsx';
import { StateTag } from './RequestCard.tsx';
import { RequestEvents } from './RequestEvents.tsx';
import { RequestPhotos } from './RequestPhotos.tsx';
import { REQUEST, type RequestInFull } from './request.ts';

/** One request: what is asked for, what its viewer may do now, and how it came to where it is. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation('requests');
  const list = useList();
  const { data, error, refetch } = useQuery(REQUEST, { variables: { id } });
  const request = data?.request;
  const town = request?.block.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!request || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  const missing = request.missingEvidence.map((kind) => t(`evidenceKinds.${kind}`));
  const open = ['RAISED', 'ACCEPTED', 'REFERRED'].includes(request.state);
  return (
    <div className="page">
      <PageHead
        title={`${request.subject.name} ${request.number}`}
        crumbs={
          <Breadcrumb
            items={[
              { title: <Link to={`/towns/${town.code}/requests`}>{`${town.name} ${t('requests')}`}</Link> },
              { title: request.number },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="requests" />}
        tags={
          <>
            <StateTag state={request.state} />
            {request.overdue && <Tag color="error">{t('overdue')}</Tag>}
          </>
        }
        meta={
          <span>
            {t(`levels.${request.level}`)} {request.unit?.name ?? town.name} · {request.holder?.name ?? t('nobody')}
            {open && ` · ${t('dueOn', { day: request.dueOn })}`}
          </span>
        }
        actions={
          <div className="actions">
            <RequestActions request={request} />
            {open && <MediateRequest request={request} />}
            <DeliberateRequest request={request} />
            <LinkToProject request={request} />
          </div>
        }
      />
      <div className="columns">
        <div className="column-main">
          <Panel title={t('description')}>
            <p className="written">{request.description}</p>
          </Panel>
          {open && missing.length > 0 && <Alert type="info" showIcon title={t('missing', { kinds: list(missing) })} />}
          <RequestPhotos request={request} />
          <Panel title={t('events')}>
            <RequestEvents events={request.events} town={town.name} />
          </Panel>
        </div>
        <div className="column-side">
          <RequestDetails request={request} />
        </div>
      </div>
    </div>
  );
}

function RequestDetails({ request }: { request: RequestInFull }) {
  const { t } = useTranslation(['requests', 'deliberations', 'households', 'inspections', 'patrols']);
  const { household, place, handlingClass, party, inspectionFinding, patrolFinding } = request;
  const { block } = request;
  const rows = [
    { label: t('source'), children: t(`sources.${request.source}`) },
    { label: t('raisedOn'), children: request.raisedOn },
    inspectionFinding && {
      label: t('inspections:fromInspection'),
      children: <Link to={roundPath(inspectionFinding.check.round.id)}>{inspectionFinding.inspectedOn}</Link>,
    },
    patrolFinding && {
      label: t('patrols:fromPatrol'),
      children: <Link to={patrolPath(patrolFinding.patrol.id)}>{patrolFinding.patrol.patrolledOn}</Link>,
    },
    household && {
      label: t('household'),
      children: <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>,
    },
    place && {
      label: t('place'),
      children: (
        <>
          <Link to={unitPath(place.unit.id)}>{place.unit.name}</Link> {place.text}
        </>
      ),
    },
    { label: t('placeUnit'), children: [...block.ancestors.map(({ name }) => name).reverse(), block.name].join(' ') },
    { label: t('handlingClass'), children: handlingClass ? t(`classes.${handlingClass}`) : '—' },
    party && { label: t('party'), children: party.name },
    request.project && {
      label: t('project'),
      children: <Link to={projectPath(request.project.id)}>{request.project.name}</Link>,
    },
    request.deliberations !== null &&
      request.deliberations.length > 0 && {
        label: t('deliberations:deliberations'),
        children: request.deliberations.map(({ id, question }) => (
          <div key={id}>
            <Link to={deliberationPath(id)}>{question}</Link>
          </div>
        )),
      },
    request.handledOn !== null && { label: t('handledOn'), children: request.handledOn },
    request.satisfaction && { label: t('satisfaction'), children: t(`satisfactions.${request.satisfaction}`) },
  ];
  return (
    <>
      <Panel title={t('details')}>
        <Details rows={rows} />
      </Panel>
      <ConcernedHouseholds request={request} />
    </>
  );
}
