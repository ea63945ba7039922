import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { DisbandTeam } from './DisbandTeam.tsx';
import { JoinTeam } from './JoinTeam.tsx';
import { RenameTeam } from './RenameTeam.tsx';
import type { TeamInFull } from './team.ts';

interface Props {
  team: TeamInFull;
  size?: 'small' | 'medium';
  onGone?: () => void;
}

/** What its viewer may do with a team, as buttons. */
export function TeamActions({ team, size = 'medium', onGone }: Props) {
  const { t } = useTranslation('teams');
  const [doing, setDoing] = useState<'join' | 'rename' | 'disband' | null>(null);
  const stop = () => setDoing(null);
  return (
    <div className="actions">
      {can(team, 'TEAM_STAFF') && (
        <Button size={size} type="primary" onClick={() => setDoing('join')}>
          {t('join')}
        </Button>
      )}
      {can(team, 'TEAM_RENAME') && (
        <Button size={size} onClick={() => setDoing('rename')}>
          {t('rename')}
        </Button>
      )}
      {can(team, 'TEAM_DISBAND') && (
        <Button size={size} danger onClick={() => setDoing('disband')}>
          {t('disband')}
        </Button>
      )}
      {doing === 'join' && (
        <JoinTeam team={team} hasLead={team.members?.some(({ role }) => role === 'LEAD') ?? false} onClose={stop} />
      )}
      {doing === 'rename' && <RenameTeam team={team} onClose={stop} />}
      {doing === 'disband' && <DisbandTeam team={team} {...(onGone ? { onDisbanded: onGone } : {})} onClose={stop} />}
    </div>
  );
}
