import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UnitStatus } from '../generated/graphql.ts';

/** Says when a unit is not simply active. */
export function StatusTag({ status }: { status: UnitStatus }) {
  const { t } = useTranslation('units');
  if (status === 'ACTIVE') return null;
  return <Tag color={status === 'PREPARATORY' ? 'gold' : 'default'}>{t(`status.${status}`)}</Tag>;
}
