import { useQuery } from '@apollo/client/react';
import { Alert, Breadcrumb } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { Board } from '../notices/Board.tsx';
import { PrintBadges } from '../publications/PrintBadges.tsx';
import { TownNav } from '../towns/TownNav.tsx';
import { DayBanner, DayPicker, pathOn, ShownOn, useAsOf } from '../ui/asOf.tsx';
import { lastDayOf } from '../ui/day.ts';
import { History } from '../ui/History.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { usePeriod } from '../ui/period.ts';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { KindTag } from '../units/KindTag.tsx';
import { treePath, unitPath } from '../units/unit.ts';
import { Members } from './Members.tsx';
import { TeamActions } from './TeamActions.tsx';
import { TEAM } from './team.ts';

/** One team: its block, and who is in it. */
export function Component() {
  const { id = '' } = useParams();
  return <TeamOnDay key={id} id={id} notice={<DayBanner />} />;
}

/** A team as of the day that is shown; a disbanded one as it was on its last day. */
function TeamOnDay({ id, notice }: { id: string; notice: ReactNode }) {
  const { t } = useTranslation(['teams', 'units']);
  const period = usePeriod();
  const asOf = useAsOf();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(TEAM, { variables: { id, asOf } });
  const team = data?.team;
  useBeing(team ? `${team.town.district.name} · ${team.town.name}` : null);
  if (!team) {
    return (
      <div className="page">
        {notice}
        {error ? <Failed error={error} retry={() => void refetch()} /> : data ? <Missing /> : <Loading />}
      </div>
    );
  }
  const last = lastDayOf(team);
  if (last !== null) {
    const ended = <Alert className="notice" type="warning" showIcon title={t('disbandedOn', { day: last })} />;
    return (
      <ShownOn day={last}>
        <TeamOnDay id={id} notice={ended} />
      </ShownOn>
    );
  }
  const above = [...team.block.ancestors].reverse();
  const lacksLead = team.members !== null && !team.members.some(({ role }) => role === 'LEAD');
  return (
    <div className="page">
      <PageHead
        title={team.name}
        crumbs={
          <Breadcrumb
            items={[
              {
                title: <Link to={treePath(team.town.code, team.id, asOf)}>{team.town.name}</Link>,
              },
              ...[...above, team.block].map((unit) => ({
                title: <Link to={pathOn(unitPath(unit.id), asOf)}>{unit.name}</Link>,
              })),
              { title: team.name },
            ]}
          />
        }
        nav={<TownNav town={team.town} asOf={asOf} at="tree" />}
        tags={<KindTag kind="TEAM" />}
        meta={
          <>
            <span>{period(team.validFrom, team.validTo)}</span>
            <DayPicker />
          </>
        }
        actions={<TeamActions team={team} onGone={() => void navigate(unitPath(team.block.id))} />}
      />
      {notice}
      {lacksLead && <Alert className="notice" type="warning" showIcon title={t('noLead')} />}
      <div className="columns">
        <div className="column-main">
          {team.members && (
            <Panel
              title={`${t('members')} ${team.members.length}`}
              extra={can(team, 'BOARD_PUBLISH') && <PrintBadges team={team} />}
              flush
            >
              <Members team={team} />
            </Panel>
          )}
          <Board team={team} />
        </div>
        <div className="column-side">
          <Panel title={t('units:versions')}>
            <History
              periods={team.versions.map(({ name, validFrom, validTo }) => ({
                from: validFrom,
                to: validTo,
                title: name,
              }))}
            />
          </Panel>
        </div>
      </div>
    </div>
  );
}
