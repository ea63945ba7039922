import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeliberationState } from '../generated/graphql.ts';

const colours = {
  PREPARED: 'gold',
  VOTING: 'blue',
  CLOSED: 'orange',
  PASSED: 'green',
  REJECTED: 'default',
  IN_WORK: 'blue',
  DONE: 'green',
  CALLED_OFF: 'default',
} as const;

/** What a deliberation is at the moment, as a tag. */
export function StateTag({ state }: { state: DeliberationState }) {
  const { t } = useTranslation('deliberations');
  return <Tag color={colours[state]}>{t(`states.${state}`)}</Tag>;
}
