import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PatrolFindingKind, PatrolFindingState } from '../generated/graphql.ts';

const colours = {
  OPEN: 'gold',
  ACTED_ON: 'green',
  REQUESTED: 'blue',
  PASSED_ON: 'purple',
  NOT_ADOPTED: 'default',
} as const;

interface Props {
  finding: { kind: PatrolFindingKind; state: PatrolFindingState; actedOn: boolean };
}

/** What something is that a patrol brought up, and what has become of it, as tags. */
export function FindingTags({ finding: { kind, state, actedOn } }: Props) {
  const { t } = useTranslation('patrols');
  return (
    <>
      <Tag variant="outlined">{t(`kinds.${kind}`)}</Tag>
      <Tag color={colours[state]}>{t(`states.${state}`)}</Tag>
      {state === 'REQUESTED' && actedOn && <Tag color="green">{t('handled')}</Tag>}
    </>
  );
}
