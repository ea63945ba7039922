import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { MemberPublication } from '../publications/MemberPublication.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { LeaveTeam } from './LeaveTeam.tsx';
import { inOrder, type Member, nameOf, type TeamInFull } from './team.ts';

/** The members of a team, the lead first. */
export function Members({ team }: { team: TeamInFull }) {
  const { t } = useTranslation('teams');
  const [leaving, setLeaving] = useState<Member | null>(null);
  if (team.members === null) return null;
  return (
    <>
      <Sheet<Member>
        rows={inOrder(team.members)}
        empty={t('noMembers')}
        columns={[
          { title: t('member'), key: 'name', render: (_, member) => nameOf(member) },
          {
            title: t('roleLabel'),
            key: 'role',
            render: (_, { role }) => (role === 'LEAD' ? <Tag color="blue">{t('role.LEAD')}</Tag> : t(`role.${role}`)),
          },
          {
            title: t('since'),
            key: 'since',
            width: 110,
            render: (_, { validFrom }) => <span className="code">{validFrom}</span>,
          },
          {
            title: '',
            key: 'actions',
            align: 'right',
            render: (_, member) => (
              <>
                <MemberPublication team={team} member={member} />
                {can(team, 'TEAM_STAFF') && (
                  <Button size="small" type="text" onClick={() => setLeaving(member)}>
                    {t('leave')}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {leaving && <LeaveTeam member={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}
