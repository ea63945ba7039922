import { useQuery } from '@apollo/client/react';
import { Alert, Breadcrumb } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { DayBanner, pathOn, useAsOf } from '../ui/asOf.tsx';
import { dayBefore } from '../ui/day.ts';
import { History } from '../ui/History.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { KindTag } from '../units/KindTag.tsx';
import { unitPath } from '../units/unit.ts';
import { Members } from './Members.tsx';
import { TeamActions } from './TeamActions.tsx';
import { TEAM } from './team.ts';

/** One team: its block, and who is in it. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['teams', 'units', 'ui']);
  const asOf = useAsOf();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(TEAM, { variables: { id, asOf } });
  const team = data?.team;
  useBeing(team ? `${team.town.district.name} · ${team.town.name}` : null);
  if (!team) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
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
                title: <Link to={`/towns/${team.town.code}?at=${encodeURIComponent(team.id)}`}>{team.town.name}</Link>,
              },
              ...[...above, team.block].map((unit) => ({
                title: <Link to={pathOn(unitPath(unit.id), asOf)}>{unit.name}</Link>,
              })),
              { title: team.name },
            ]}
          />
        }
        tags={<KindTag kind="TEAM" />}
        meta={
          team.validTo
            ? t('ui:period', { from: team.validFrom, to: dayBefore(team.validTo) })
            : t('ui:since', { from: team.validFrom })
        }
        actions={<TeamActions team={team} onGone={() => void navigate(unitPath(team.block.id))} />}
      />
      <DayBanner />
      {lacksLead && <Alert className="notice" type="warning" showIcon title={t('noLead')} />}
      <div className="columns">
        <div className="column-main">
          {team.members && (
            <Panel title={`${t('members')} ${team.members.length}`} flush>
              <Members team={team} />
            </Panel>
          )}
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
