import { useQuery } from '@apollo/client/react';
import { Button, QRCode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/CopyButton.tsx';
import { dayInShanghai, momentInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { Panel } from '../ui/Panel.tsx';
import { PublishBoard, RevisePromise, WithdrawBoard } from './BoardForms.tsx';
import { BLOCK_BOARDS, type Block, type Board, boardLink } from './board.ts';
import { PrintOfBoard } from './PrintOfBoard.tsx';

/** The public page of a block, and who keeps it may do with it. Shown of today alone: everybody reads today's. */
export function BoardPanel({ id }: { id: string }) {
  const { t } = useTranslation('boards');
  const { data } = useQuery(BLOCK_BOARDS, { variables: { id } });
  const [publishing, setPublishing] = useState(false);
  const block = data?.unit?.__typename === 'Block' ? data.unit : undefined;
  if (!block?.boards) return null;
  const keeps = block.teams.some(({ viewerCan }) => viewerCan.includes('BOARD_PUBLISH'));
  if (block.boards.length === 0 && !keeps) return null;
  return (
    <Panel
      title={t('page')}
      extra={
        block.boards.length === 0 && (
          <Button size="small" onClick={() => setPublishing(true)}>
            {t('publish')}
          </Button>
        )
      }
    >
      {block.boards.length === 0 && <span className="hint">{t('none')}</span>}
      {block.boards.map((board) => (
        <Published key={board.id} board={board} keeps={keeps} />
      ))}
      {keeps && <Agreed block={block} />}
      {publishing && <PublishBoard block={id} onClose={() => setPublishing(false)} />}
    </Panel>
  );
}

/** A page that everybody reads: its promise, its link as a code, and what is printed of it. */
function Published({ board, keeps }: { board: Board; keeps: boolean }) {
  const { t, i18n } = useTranslation('boards');
  const [standing, ...earlier] = board.promises;
  const [open, setOpen] = useState<'revise' | 'withdraw'>();
  const link = boardLink(board.code);
  const close = () => setOpen(undefined);
  return (
    <article className="board-published">
      <QRCode type="svg" value={link} size={112} bordered={false} aria-label={t('code')} />
      <div>
        <p className="written">{standing?.text}</p>
        <p className="hint">{t('publishedOn', { day: dayInShanghai(new Date(board.publishedAt)) })}</p>
        {earlier.length > 0 && (
          <details>
            <summary>{t('earlier', { n: earlier.length })}</summary>
            {earlier.map(({ text, writtenAt, supersededAt }) => (
              <article key={writtenAt}>
                <p className="written">{text}</p>
                <p className="hint">
                  {momentInShanghai(writtenAt, i18n.language)} –{' '}
                  {supersededAt && momentInShanghai(supersededAt, i18n.language)}
                </p>
              </article>
            ))}
          </details>
        )}
        <div>
          <a href={link} target="_blank" rel="noreferrer">
            {link}
          </a>
          <CopyButton text={link} of={t('link')} />
        </div>
        {keeps && (
          <div className="board-actions">
            <PrintOfBoard code={board.code} />
            <Button size="small" onClick={() => setOpen('revise')}>
              {t('revise')}
            </Button>
            <Button size="small" danger onClick={() => setOpen('withdraw')}>
              {t('withdraw')}
            </Button>
          </div>
        )}
      </div>
      {open === 'revise' && <RevisePromise board={board} onClose={close} />}
      {open === 'withdraw' && <WithdrawBoard board={board} onClose={close} />}
    </article>
  );
}

/** How many of the teams agreed to be shown, and who did not. */
function Agreed({ block: { teams } }: { block: Block }) {
  const { t } = useTranslation('boards');
  const list = useList();
  const people = teams.flatMap(({ members }) => members ?? []).filter(({ person }) => person !== null);
  const missing = people.flatMap(({ person, publication }) => (person && !publication ? [person.name] : []));
  return (
    <p className="hint">
      {t('agreedMany', { agreed: people.length - missing.length, n: people.length })}
      {missing.length > 0 && <br />}
      {missing.length > 0 && t('missing', { names: list(missing) })}
    </p>
  );
}
