import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProgrammeState } from '../generated/graphql.ts';

const colours = {
  PLANNED: 'gold',
  OPEN: 'green',
  CLOSED: 'blue',
  FINISHED: 'default',
  CANCELLED: 'default',
} as const;

/** What a programme is at the moment, as a tag. */
export function StateTag({ state }: { state: ProgrammeState }) {
  const { t } = useTranslation('programmes');
  return <Tag color={colours[state]}>{t(`states.${state}`)}</Tag>;
}
