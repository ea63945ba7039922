import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProjectState } from '../generated/graphql.ts';

const colours = {
  PROPOSED: 'gold',
  ADOPTED: 'blue',
  COMPLETED: 'green',
  REJECTED: 'default',
  DROPPED: 'default',
} as const;

/** What a project is at the moment, as a tag. */
export function StateTag({ state }: { state: ProjectState }) {
  const { t } = useTranslation('projects');
  return <Tag color={colours[state]}>{t(`states.${state}`)}</Tag>;
}
