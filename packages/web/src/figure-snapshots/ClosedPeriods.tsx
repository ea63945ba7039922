import { useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { usePeriodName } from '../reported-figures/periodName.ts';
import type { Town } from '../towns/town.ts';
import { momentInShanghai } from '../ui/day.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { ClosePeriod } from './ClosePeriod.tsx';
import { KeptFigures } from './KeptFigures.tsx';
import { ReopenPeriod } from './ReopenPeriod.tsx';
import { SNAPSHOTS, type SnapshotRow } from './snapshot.ts';

interface Props {
  town: Town;
  /** The id of the closing whose figures are shown. */
  open: string | null;
  choose: Choose;
}

/** The periods that a town has closed, and the figures of one of them. */
export function ClosedPeriods({ town, open, choose }: Props) {
  const { t } = useTranslation('figureSnapshots');
  const [closing, setClosing] = useState(false);
  const mayClose = can(town, 'FIGURE_CLOSE');
  const query = useQuery(SNAPSHOTS, { variables: { code: town.code, after: null } });
  const close = mayClose && (
    <Button size="small" onClick={() => setClosing(true)}>
      {t('close')}
    </Button>
  );
  return (
    <>
      <ListPanel
        title={t('list')}
        extra={close}
        none={t('none')}
        query={query}
        list={(data) => data.town?.figureSnapshots}
      >
        {(snapshot) => <Line key={snapshot.id} snapshot={snapshot} mayClose={mayClose} choose={choose} />}
      </ListPanel>
      {open !== null && <KeptFigures key={open} town={town.code} id={open} onClose={() => choose({ closed: null })} />}
      {closing && <ClosePeriod town={town} onClose={() => setClosing(false)} />}
    </>
  );
}

/** One closing: when and by whom, and whether the period was opened again. */
function Line({ snapshot, mayClose, choose }: { snapshot: SnapshotRow; mayClose: boolean; choose: Choose }) {
  const { t, i18n } = useTranslation('figureSnapshots');
  const periodName = usePeriodName();
  const [reopening, setReopening] = useState(false);
  const { id, length, period, number, closedAt, closedBy, reopenedAt, reopenedBy, reopenedBecause } = snapshot;
  const at = (moment: string) => momentInShanghai(moment, i18n.language);
  return (
    <article className="record-line">
      <div>
        <strong>{periodName(length, period)}</strong> {number > 1 && <span>{t('again', { n: number })}</span>}
        <div className="hint">{[at(closedAt), closedBy].filter(Boolean).join(' · ')}</div>
      </div>
      <div>
        {reopenedAt && (
          <span className="hint">{[at(reopenedAt), reopenedBy, reopenedBecause].filter(Boolean).join(' · ')}</span>
        )}
      </div>
      <div className="tags">
        <Tag color={reopenedAt ? 'default' : 'success'}>{t(reopenedAt ? 'reopened' : 'closed')}</Tag>
        <Button size="small" onClick={() => choose({ closed: id })}>
          {t('show')}
        </Button>
        {mayClose && !reopenedAt && (
          <Button size="small" danger onClick={() => setReopening(true)}>
            {t('reopen')}
          </Button>
        )}
      </div>
      {reopening && <ReopenPeriod snapshot={snapshot} onClose={() => setReopening(false)} />}
    </article>
  );
}
