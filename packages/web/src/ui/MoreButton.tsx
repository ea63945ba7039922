import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Loads the next page of a list, and says how much of it is shown. */
export function MoreButton({ shown, total, load }: { shown: number; total: number; load: () => Promise<unknown> }) {
  const { t } = useTranslation('ui');
  const [busy, setBusy] = useState(false);
  return (
    <div className="more">
      <span className="hint">{t('shown', { shown, total })}</span>
      <Button
        size="small"
        loading={busy}
        onClick={() => {
          setBusy(true);
          void load().finally(() => setBusy(false));
        }}
      >
        {t('loadMore')}
      </Button>
    </div>
  );
}
