import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { takeNewerPages, useWorkerState } from './worker.ts';

/** Offers a newer version of the pages, where they come from this device. */
export function NewerNotice() {
  const { t } = useTranslation('today');
  if (useWorkerState() !== 'newer') return null;
  return (
    <Alert
      type="info"
      showIcon
      banner
      title={t('newer')}
      action={
        <Button size="small" onClick={takeNewerPages}>
          {t('takeNewer')}
        </Button>
      }
    />
  );
}
