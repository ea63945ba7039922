import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Board } from '../notices/Board.tsx';
import { pathOn, useAsOf } from '../ui/asOf.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { Members } from './Members.tsx';
import { TeamActions } from './TeamActions.tsx';
import { TEAM, teamPath } from './team.ts';

/** One team of a block, with its members and what it shows on the block's board. */
export function TeamPanel({ id }: { id: string }) {
  const { t } = useTranslation('teams');
  const asOf = useAsOf();
  const { data, error, refetch } = useQuery(TEAM, { variables: { id, asOf } });
  const team = data?.team;
  if (!team) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={3} />;
  return (
    <>
      <Panel
        flush
        title={
          <>
            {t('team')} <Link to={pathOn(teamPath(team.id), asOf)}>{team.name}</Link>
          </>
        }
        extra={<TeamActions team={team} size="small" />}
      >
        <Members team={team} />
      </Panel>
      <Board team={team} />
    </>
  );
}
