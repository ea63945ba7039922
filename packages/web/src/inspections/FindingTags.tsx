import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Finding } from './inspection.ts';

const colours = { OPEN: 'gold', MENDED: 'green', REQUESTED: 'blue' } as const;

/** What a finding is about, and what has become of it, as tags. */
export function FindingTags({
  finding: { kind, state, mended },
}: {
  finding: Pick<Finding, 'kind' | 'state' | 'mended'>;
}) {
  const { t } = useTranslation('inspections');
  return (
    <>
      <Tag variant="outlined">{t(`kinds.${kind}`)}</Tag>
      <Tag color={colours[state]}>{t(`states.${state}`)}</Tag>
      {state === 'REQUESTED' && mended && <Tag color="green">{t('handled')}</Tag>}
    </>
  );
}
