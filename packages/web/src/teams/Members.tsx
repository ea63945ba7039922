import { Button, Empty, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { LeaveTeam } from './LeaveTeam.tsx';
import { inOrder, type Member, nameOf, type TeamInFull } from './team.ts';

/** The members of a team, the lead first. */
export function Members({ team }: { team: TeamInFull }) {
  const { t } = useTranslation('teams');
  const [leaving, setLeaving] = useState<Member | null>(null);
  if (team.members === null) return null;
  return (
    <>
      <Table<Member>
        size="small"
        className="sheet"
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noMembers')} /> }}
        dataSource={inOrder(team.members)}
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
            width: 70,
            align: 'right',
            render: (_, member) =>
              can(team, 'TEAM_STAFF') && (
                <Button size="small" type="text" onClick={() => setLeaving(member)}>
                  {t('leave')}
                </Button>
              ),
          },
        ]}
      />
      {leaving && <LeaveTeam member={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}
