import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReliefState } from '../generated/graphql.ts';

const colours = {
  SUBMITTED: 'blue',
  ENDORSED: 'cyan',
  APPROVED: 'gold',
  PAID: 'green',
  REFUSED: 'default',
  WITHDRAWN: 'default',
  CANCELLED: 'default',
} as const;

/** What an application is at the moment, as a tag. */
export function StateTag({ state }: { state: ReliefState }) {
  const { t } = useTranslation('relief');
  return <Tag color={colours[state]}>{t(`states.${state}`)}</Tag>;
}
