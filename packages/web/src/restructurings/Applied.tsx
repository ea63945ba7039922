import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayBefore } from '../ui/day.ts';

interface Props {
  town: string;
  restructuring: { status: 'APPLIED' | 'DRAFT' | 'DROPPED' | 'VOIDED'; effectiveOn: string };
}

/** What has become of a draft that is none any more. */
export function Applied({ town, restructuring: { status, effectiveOn } }: Props) {
  const { t } = useTranslation('restructurings');
  return (
    <Result
      status={status === 'APPLIED' ? 'success' : 'info'}
      title={t(`draft.now.${status}`, { day: effectiveOn })}
      extra={[
        status !== 'DROPPED' && (
          <Link key="history" to={`/towns/${town}/history?from=${dayBefore(effectiveOn)}&to=${effectiveOn}`}>
            <Button type="primary">{t('compare')}</Button>
          </Link>
        ),
        <Link key="drafts" to={`/towns/${town}/drafts`}>
          <Button>{t('draft.all')}</Button>
        </Link>,
      ]}
    />
  );
}
