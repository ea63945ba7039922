import { useQuery } from '@apollo/client/react';
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathOn, useAsOf } from '../ui/asOf.tsx';
import { Panel } from '../ui/Panel.tsx';
import { usePeriod } from '../ui/period.ts';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { TeamActions } from './TeamActions.tsx';
import { inOrder, nameOf, TEAM, teamPath } from './team.ts';

/** A team in short, beside the tree. */
export function TeamSummary({ id, onGone }: { id: string; onGone: () => void }) {
  const { t } = useTranslation(['teams', 'units']);
  const period = usePeriod();
  const asOf = useAsOf();
  const { data, error, refetch } = useQuery(TEAM, { variables: { id, asOf } });
  const team = data?.team;
  if (!team) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  return (
    <Panel title={team.name} extra={<Link to={pathOn(teamPath(team.id), asOf)}>{t('details')}</Link>}>
      <Descriptions
        size="small"
        column={1}
        items={[
          { label: t('block'), children: team.block.name },
          { label: t('units:life'), children: period(team.validFrom, team.validTo) },
          ...(team.members === null
            ? []
            : [
                {
                  label: t('members'),
                  children:
                    team.members.length === 0 ? (
                      <span className="hint">{t('noMembers')}</span>
                    ) : (
                      <ul className="plain">
                        {inOrder(team.members).map((member) => (
                          <li key={member.id}>
                            {nameOf(member)} <span className="hint">{t(`role.${member.role}`)}</span>
                          </li>
                        ))}
                      </ul>
                    ),
                },
              ]),
        ]}
      />
      <TeamActions team={team} onGone={onGone} />
    </Panel>
  );
}
