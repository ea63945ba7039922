import { CloudUploadOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAutoSend, useNoted } from './sending.ts';

/** How many visits that were noted on this device are not recorded yet, with the way to them; it sends them meanwhile. */
export function QueueBadge({ account }: { account: string }) {
  const { t } = useTranslation('queue');
  useAutoSend(account);
  const open = (useNoted(account) ?? []).filter(({ state }) => state !== 'RECORDED');
  if (open.length === 0) return null;
  return (
    <Link to="/queue" aria-label={t('open', { n: open.length })}>
      <Badge count={open.length} size="small">
        <Button type="text" icon={<CloudUploadOutlined />} tabIndex={-1} />
      </Badge>
    </Link>
  );
}
