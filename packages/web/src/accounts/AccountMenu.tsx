import { ApiOutlined, LogoutOutlined, SafetyOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSignOut } from './useSignOut.ts';
import { useViewer } from './viewer.ts';
import { workplaceOf } from './workplace.ts';

/** Who is signed in, with the way to their account and out. */
export function AccountMenu() {
  const { t } = useTranslation(['accounts', 'applications', 'usage', 'explorer', 'guide', 'signin']);
  const { account, assignments } = useViewer();
  const navigate = useNavigate();
  const isDeveloper = workplaceOf(assignments).page === 'none';
  const signOut = useSignOut(account.id);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'name', label: account.name, disabled: true },
          { type: 'divider' },
          { key: 'mine', icon: <UserOutlined />, label: t('mine'), onClick: () => void navigate('/account') },
          {
            key: 'grants',
            icon: <SafetyOutlined />,
            label: t('applications:grants'),
            onClick: () => void navigate('/account/applications'),
          },
          { type: 'divider' },
          {
            key: 'applications',
            icon: <ApiOutlined />,
            label: t('applications:mine'),
            onClick: () => void navigate('/applications'),
          },
          // Others find these from there.
          ...(isDeveloper
            ? [
                { key: 'usage', label: t('usage:title'), onClick: () => void navigate('/usage') },
                { key: 'explorer', label: t('explorer:title'), onClick: () => void navigate('/explorer') },
                { key: 'guide', label: t('guide:title'), onClick: () => void navigate('/guide') },
              ]
            : []),
          { type: 'divider' },
          { key: 'out', icon: <LogoutOutlined />, label: t('signin:signOut'), onClick: () => void signOut() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={`${t('menu')}: ${account.displayName}`}>
        <span className="wide-only">{account.displayName}</span>
      </Button>
    </Dropdown>
  );
}
