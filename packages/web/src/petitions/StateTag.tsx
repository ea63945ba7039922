import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PetitionState } from '../generated/graphql.ts';

const colours = {
  RECEIVED: 'gold',
  ACCEPTED: 'blue',
  ANSWERED: 'cyan',
  CLOSED: 'green',
  DECLINED: 'default',
  WITHDRAWN: 'default',
} as const;

/** What a petition is at the moment, as a tag. */
export function StateTag({ state }: { state: PetitionState }) {
  const { t } = useTranslation('petitions');
  return <Tag color={colours[state]}>{t(`states.${state}`)}</Tag>;
}
