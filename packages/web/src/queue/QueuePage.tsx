import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../accounts/viewer.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Loading } from '../ui/States.tsx';
import { QueuePanel } from './QueuePanel.tsx';
import { useNoted } from './sending.ts';

/** What was noted on this device in all towns, also in those in which one has no role any more. */
export function Component() {
  const { t } = useTranslation('queue');
  const { account } = useViewer();
  const noted = useNoted(account.id);
  return (
    <div className="page narrow">
      <PageHead title={t('queue')} />
      {noted === undefined && <Loading rows={2} />}
      {noted?.length === 0 && <Result status="success" title={t('nothingWaits')} />}
      {noted && <QueuePanel account={account.id} online noted={noted} />}
    </div>
  );
}
