import { useQuery } from '@apollo/client/react';
import { Button, Empty, Tag, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { aroundDay } from '../figures/choice.ts';
import { dayBefore, momentInShanghai } from '../ui/day.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { withChange } from '../ui/useAddress.ts';
import { RESTRUCTURINGS, recordPath } from './restructuring.ts';
import { eventText } from './stepText.ts';
import { UndoRestructuring } from './UndoRestructuring.tsx';

/** The restructurings of a town as a line of time, the latest day first; each leads to its record and to what it changed. */
export function Events({ code, mayUndo }: { code: string; mayUndo: boolean }) {
  const { t, i18n } = useTranslation(['restructurings', 'figures', 'units', 'ui']);
  const [undoing, setUndoing] = useState<string | null>(null);
  const query = useQuery(RESTRUCTURINGS, { variables: { code, after: null } });
  const { data, error, refetch } = query;
  const list = data?.town?.restructurings;
  if (!list) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={6} />;
  const undone = list.edges.find(({ node }) => node.id === undoing)?.node;
  return (
    <Panel title={`${t('events')} ${list.totalCount}`}>
      {list.totalCount === 0 && <Empty description={t('noEvents')} />}
      <Timeline
        items={list.edges.map(({ node }) => {
          const { id, status, effectiveOn, documentNumber, appliedAt, appliedBy, voids } = node;
          return {
            key: id,
            color: status === 'VOIDED' ? 'gray' : 'blue',
            content: (
              <>
                <div>
                  <span className="code">{effectiveOn}</span>{' '}
                  <Link to={recordPath(code, id)}>{eventText(t, node)}</Link>
                  {documentNumber && <> · {documentNumber}</>} {status === 'VOIDED' && <Tag>{t('voided')}</Tag>}
                </div>
                <div className="hint">
                  {appliedAt && (
                    <>
                      {t('doneAt', { at: momentInShanghai(appliedAt, i18n.language) })} {appliedBy} ·{' '}
                    </>
                  )}
                  <Link to={{ search: `?from=${dayBefore(effectiveOn)}&to=${effectiveOn}` }}>{t('compare')}</Link>
                  {status === 'APPLIED' && (
                    <>
                      {' · '}
                      <Link to={`../figures?${withChange(new URLSearchParams(), aroundDay(effectiveOn))}`}>
                        {t('figures:ofRestructuring')}
                      </Link>
                    </>
                  )}
                  {mayUndo && status === 'APPLIED' && !voids && (
                    <Button type="link" size="small" onClick={() => setUndoing(id)}>
                      {t('undo.do')}
                    </Button>
                  )}
                </div>
              </>
            ),
          };
        })}
      />
      {undone && <UndoRestructuring restructuring={undone} onClose={() => setUndoing(null)} />}
      <MoreButton query={query} list={(data) => data.town?.restructurings} />
    </Panel>
  );
}
