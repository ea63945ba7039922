import { useQuery } from '@apollo/client/react';
import { Breadcrumb } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { usePurpose } from '../audit/purpose.ts';
import { ContestRounds } from '../contests/ContestRounds.tsx';
import { ContestTeams } from '../contests/ContestTeams.tsx';
import { TownNav } from '../towns/TownNav.tsx';
import { Details } from '../ui/Details.tsx';
import { momentInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { StepLine } from '../ui/StepLine.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { Candidates } from './Candidates.tsx';
import { Enrolments } from './Enrolments.tsx';
import { Gifts } from './Gifts.tsx';
import { ProgrammeActions } from './ProgrammeActions.tsx';
import { ProgrammeSeries } from './ProgrammeSeries.tsx';
import { PROGRAMME, type Programme } from './programme.ts';
import { RepeatProgramme } from './RepeatProgramme.tsx';
import { Results } from './Results.tsx';
import { Sessions } from './Sessions.tsx';
import { SignIn } from './SignIn.tsx';
import { Spendings } from './Spendings.tsx';
import { StateTag } from './StateTag.tsx';

/** One programme: what it is and for whom, its days, who takes part, and who might. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation('programmes');
  const { data, error, refetch } = useQuery(PROGRAMME, { variables: { id } });
  const programme = data?.programme;
  const town = programme?.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!programme || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  return (
    <div className="page">
      <PageHead
        title={programme.name}
        crumbs={
          <Breadcrumb
            items={[
              { title: <Link to={`/towns/${town.code}/programmes`}>{`${town.name} ${t('programmes')}`}</Link> },
              { title: programme.name },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="programmes" />}
        tags={<StateTag state={programme.state} />}
        meta={
          <span>
            {t(`kinds.${programme.kind}`)} · {t('days', { first: programme.firstDay, last: programme.lastDay })}
          </span>
        }
        actions={
          <div className="actions">
            <ProgrammeActions programme={programme} />
            <RepeatProgramme programme={programme} />
          </div>
        }
      />
      <div className="columns">
        <div className="column-main">
          <Panel title={t('about')}>
            <p className="written">{programme.about}</p>
          </Panel>
          {programme.contest ? (
            <>
              <ContestRounds programme={programme} contest={programme.contest} />
              <ContestTeams programme={programme} contest={programme.contest} />
            </>
          ) : (
            town.viewerCanSomewhere.includes('ENROLMENT_READ') && <People programme={programme} />
          )}
        </div>
        <div className="column-side">
          <ProgrammeDetails programme={programme} />
          <Spendings programme={programme} />
          <Gifts programme={programme} />
          <Sessions programme={programme} />
          <ProgrammeSeries programme={programme} />
          <Panel title={t('events')}>
            <Events programme={programme} />
          </Panel>
        </div>
      </div>
    </div>
  );
}

/** Who takes part and who might: of a programme for those of a sensitive category only once it is said what that is read for. */
function People({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const purpose = usePurpose();
  const [params] = useAddress();
  const session = programme.sessions.find(
    ({ id, calledOffAt }) => calledOffAt === null && id === params.get('session'),
  );
  return (
    <>
      <div className="toolbar">
        <PurposePicker />
      </div>
      {programme.sensitive && purpose === null ? (
        <p className="hint">{t('sensitiveLead')}</p>
      ) : (
        <>
          {session && <SignIn key={session.id} programme={programme} session={session} />}
          <Enrolments programme={programme} />
          {programme.state !== 'PLANNED' && programme.state !== 'CANCELLED' && <Results programme={programme} />}
          {programme.state !== 'FINISHED' && programme.state !== 'CANCELLED' && <Candidates programme={programme} />}
        </>
      )}
    </>
  );
}

function ProgrammeDetails({ programme }: { programme: Programme }) {
  const { t } = useTranslation(['programmes', 'programmeResults', 'contests']);
  const list = useList();
  const {
    town,
    unit,
    ageFrom,
    ageTo,
    categories,
    units,
    places,
    enrolled,
    waiting,
    results,
    partners,
    offer,
    contest,
  } = programme;
  const marked = (results.passed ?? 0) + (results.failed ?? 0);
  const rows = [
    { label: t('takers'), children: t(`takersOf.${programme.takers}`) },
    {
      label: t(contest ? 'contests:teams' : 'enrolments'),
      children: places === null ? t('enrolled', { n: enrolled }) : t('enrolledOf', { n: enrolled, places }),
    },
    waiting !== null && waiting > 0 && { label: t('enrolmentStates.WAITING'), children: t('waiting', { n: waiting }) },
    marked > 0 && {
      label: t('programmeResults:results'),
      children: t('programmeResults:resultsOf', { passed: results.passed ?? 0, failed: results.failed ?? 0 }),
    },
    (results.certified ?? 0) > 0 && {
      label: t('programmeResults:certificate'),
      children: t('programmeResults:certified', { n: results.certified ?? 0 }),
    },
    !contest && { label: t('age'), children: ageIn(ageFrom, ageTo, t) },
    !contest && {
      label: t('category'),
      children: categories && categories.length > 0 ? list(categories.map(({ name }) => name)) : t('anyCategory'),
    },
    { label: t('units'), children: units.length === 0 ? town.name : list(units.map(({ name }) => name)) },
    { label: t('heldAt'), children: unit?.name ?? town.name },
    offer !== null && { label: t('ofDistrict'), children: offer.name },
    partners.length > 0 && { label: t('heldWith'), children: list(partners.map(({ name }) => name)) },
    programme.oneSession && { label: t('session'), children: t('oneSession') },
    programme.recordedBy !== null && { label: t('plannedBy'), children: programme.recordedBy },
  ];
  return (
    <Panel title={t('details')}>
      <Details rows={rows} />
    </Panel>
  );
}

function ageIn(
  from: number | null,
  to: number | null,
  t: ReturnType<typeof useTranslation<'programmes'>>['t'],
): string {
  if (from !== null && to !== null) return t('ages', { from, to });
  if (from !== null) return t('agesFrom', { from });
  return to === null ? t('anyAge') : t('agesTo', { to });
}

function Events({ programme: { events } }: { programme: Programme }) {
  const { t, i18n } = useTranslation('programmes');
  return (
    <StepLine
      steps={events.map((event) => ({
        ...event,
        when: momentInShanghai(event.recordedAt, i18n.language),
        name: t(`steps.${event.step}`),
        color: event.step === 'CANCEL' || event.step === 'CALL_OFF' ? 'red' : event.step === 'OPEN' ? 'green' : 'blue',
      }))}
    />
  );
}
