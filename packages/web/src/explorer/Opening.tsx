import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** What stands in the explorer's place until its editor is there, which takes seconds the first time. */
export function Opening() {
  const { t } = useTranslation('explorer');
  return (
    <div className="explorer-opening" role="status">
      <p>{t('opening')}</p>
      <Skeleton active title={false} paragraph={{ rows: 8 }} />
    </div>
  );
}
