import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MediationState } from '../generated/graphql.ts';

const colours = {
  OPEN: 'blue',
  AGREED: 'cyan',
  KEPT: 'green',
  NOT_AGREED: 'default',
  BROKEN_OFF: 'default',
  REFERRED: 'purple',
} as const;

/** What a mediation is at the moment, as a tag. */
export function StateTag({ state }: { state: MediationState }) {
  const { t } = useTranslation('mediations');
  return <Tag color={colours[state]}>{t(`states.${state}`)}</Tag>;
}
