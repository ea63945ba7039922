import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { AcceptInvitation } from './AcceptInvitation.tsx';
import { ChangePassword } from './ChangePassword.tsx';
import { placeOf } from './place.ts';
import { type Assignment, useViewer } from './viewer.ts';

/** One's own account: what one is assigned to, the password, an invitation to another town. */
export function Component() {
  const { t } = useTranslation(['accounts', 'applications', 'ui', 'towns', 'districts']);
  const { account, assignments } = useViewer();
  return (
    <div className="page">
      <PageHead
        title={t('mine')}
        actions={
          <>
            <Link to="/account/applications">{t('applications:grants')}</Link>
            <Link to="/applications">{t('applications:mine')}</Link>
          </>
        }
      />
      <div className="columns">
        <div className="column-main">
          <Panel title={account.displayName}>
            <Descriptions
              size="small"
              column={1}
              items={[{ label: t('name'), children: <span className="code">{account.name}</span> }]}
            />
          </Panel>
          <Panel title={t('assignments')} flush>
            <Sheet<Assignment>
              rows={assignments}
              empty={t('noAssignments')}
              columns={[
                { title: t('roleLabel'), key: 'role', render: (_, { role }) => t(`role.${role}`) },
                {
                  title: `${t('districts:district')} / ${t('towns:town')}`,
                  key: 'town',
                  render: (_, { town, district }) =>
                    town ? <Link to={`/towns/${town.code}`}>{town.name}</Link> : (district?.name ?? ''),
                },
                { title: t('unit'), key: 'unit', render: (_, held) => placeOf(held) },
                { title: t('person'), key: 'person', render: (_, { person }) => person?.name },
              ]}
            />
          </Panel>
        </div>
        <div className="column-side">
          <ChangePassword />
          <AcceptInvitation />
        </div>
      </div>
    </div>
  );
}
