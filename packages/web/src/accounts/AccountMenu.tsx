import { ApiOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSignOut } from './useSignOut.ts';
import { useViewer } from './viewer.ts';

/** Who is signed in, with the way to their account and out. */
export function AccountMenu() {
  const { t } = useTranslation(['accounts', 'applications', 'signin']);
  const { account } = useViewer();
  const navigate = useNavigate();
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
            key: 'applications',
            icon: <ApiOutlined />,
            label: t('applications:mine'),
            onClick: () => void navigate('/applications'),
          },
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
