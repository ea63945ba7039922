import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CallState } from '../generated/graphql.ts';

const colours = {
  MISSED: 'red',
  ANSWERED: 'cyan',
  REQUESTED: 'blue',
  REOPENED: 'gold',
  CLOSED: 'green',
  WITHDRAWN: 'default',
} as const;

/** What a call is at the moment, as a tag. */
export function StateTag({ state }: { state: CallState }) {
  const { t } = useTranslation('calls');
  return <Tag color={colours[state]}>{t(`states.${state}`)}</Tag>;
}
