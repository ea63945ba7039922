import { Button, Result, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readFailure } from '../errors.ts';

/** What is shown until data come, in about as many lines as they will have. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation('ui');
  return (
    <div role="status" aria-label={t('loading')} className="loading">
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}

/** A page that is not there, or not for this person. */
export function Missing() {
  const { t } = useTranslation('ui');
  return (
    <Result
      status="info"
      title={t('missing.title')}
      subTitle={t('missing.lead')}
      extra={
        <Link to="/">
          <Button type="primary">{t('missing.home')}</Button>
        </Link>
      }
    />
  );
}

/** What to show in place of data that could not be had: NOT_FOUND is a page of its own, the rest may be tried again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation(['ui', 'errors']);
  const { code } = readFailure(error);
  if (code === 'NOT_FOUND') return <Missing />;
  return (
    <Result
      status="warning"
      title={t(`errors:${code}`)}
      extra={retry && <Button onClick={retry}>{t('ui:retry')}</Button>}
    />
  );
}
