import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReadingPurpose } from '../generated/graphql.ts';
import { useList } from '../ui/list.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Mediation } from './mediation.ts';

/** The talks of a mediation, the latest first: with whom, apart or together, and what was said. */
export function Talks({ talks, purpose }: { talks: Mediation['talks']; purpose: ReadingPurpose | null }) {
  const { t } = useTranslation(['mediations', 'residents', 'households']);
  const list = useList();
  if (talks.length === 0) return null;
  return (
    <Panel title={`${t('talks')} ${talks.length}`} flush>
      {talks.toReversed().map(({ id, heldOn, together, said, parties }) => (
        <article key={id} className="padded meeting">
          <div className="tags">
            <strong className="code">{heldOn}</strong>
            <Tag color={together ? 'blue' : 'default'}>{t(together ? 'together' : 'apart')}</Tag>
            {list(parties.map(({ name, code }) => name ?? code ?? t('households:noCode')))}
          </div>
          {purpose === null ? <p className="hint">{t('residents:hidden')}</p> : <p className="written">{said}</p>}
        </article>
      ))}
    </Panel>
  );
}
