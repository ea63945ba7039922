import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWorkerState } from '../device/worker.ts';

/** Says whether the pages open without a network by now. */
export function DeviceNotice() {
  const { t } = useTranslation('today');
  const state = useWorkerState();
  if (state === 'none') return <Alert type="warning" showIcon title={t('noWorker')} />;
  return <p className="hint padded">{t(state === 'preparing' ? 'preparing' : 'ready')}</p>;
}
