import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { takeNewerPages, useWorkerState } from '../device/worker.ts';

/** Says whether the pages open without a network by now, and offers a newer version of them. */
export function DeviceNotice() {
  const { t } = useTranslation('today');
  const state = useWorkerState();
  if (state === 'newer') {
    return (
      <Alert
        type="info"
        showIcon
        title={t('newer')}
        action={
          <Button size="small" onClick={takeNewerPages}>
            {t('takeNewer')}
          </Button>
        }
      />
    );
  }
  if (state === 'none') return <Alert type="warning" showIcon title={t('noWorker')} />;
  return <p className="hint padded">{t(state === 'ready' ? 'ready' : 'preparing')}</p>;
}
