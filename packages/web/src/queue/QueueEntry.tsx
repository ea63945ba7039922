import { App, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NotedRow } from '../device/db.ts';
import { householdPath } from '../households/household.ts';
import { momentInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { Account } from '../visits/Account.tsx';
import { forgetNoted, isOpenToChange, type NotedVisit, openNoted, sendAgain } from './noted.ts';
import { retryHeld } from './retry-held.ts';
import { sendNow } from './sending.ts';
import { noteColours } from './words.ts';

interface Props {
  noted: NotedRow;
  online: boolean;
  /** Writes it anew, where that can be done here. */
  onRewrite?: () => void;
}

/** A visit of the queue: to whom, what became of it and why, and what may be done about it. */
export function QueueEntry({ noted, online, onRewrite }: Props) {
  const { t, i18n } = useTranslation(['queue', 'heldVisits', 'households', 'ui']);
  const { message, modal } = App.useApp();
  const textOf = useFailureText();
  const { clientId, account, town, household, code, state, problem, notedAt, tried } = noted;
  const [said, setSaid] = useState<NotedVisit | null>(null);
  const name = code ?? t('households:noCode');

  async function retry() {
    try {
      if (state === 'HELD') await retryHeld(noted);
      else {
        await sendAgain(clientId);
        await sendNow(account);
      }
    } catch (error) {
      void message.error(textOf(error));
    }
  }

  const forget = () =>
    void modal.confirm({
      title: t('forgetTitle', { code: name }),
      content: t(tried ? 'forgetTried' : 'forgetLead'),
      okText: t('forget'),
      okButtonProps: { danger: true },
      cancelText: t('ui:cancel'),
      onOk: () => forgetNoted(clientId),
    });

  return (
    <article className="queue-entry" aria-label={name}>
      <div className="lead-line">
        <span>
          {online ? <Link to={householdPath(household)}>{name}</Link> : name}{' '}
          <span className="hint">{momentInShanghai(notedAt, i18n.language)}</span>
        </span>
        <Tag color={noteColours[state]}>{t(`states.${state}`)}</Tag>
      </div>
      {state !== 'WAITING' && <div className="written">{problem ?? t('lost')}</div>}
      {state === 'HELD' && (
        <div className="hint">
          {t('heldLead')} {online && <Link to={`/towns/${town}/held-visits`}>{t('heldVisits:heldVisits')}</Link>}
        </div>
      )}
      {said && <Account said={said} />}
      <div className="row-actions">
        {noted.sealed !== null && !said && (
          <Button size="small" onClick={() => void openNoted(noted).then(setSaid, () => setSaid(null))}>
            {t('read')}
          </Button>
        )}
        {(state === 'REFUSED' || state === 'HELD') && (
          <Button size="small" onClick={() => void retry()}>
            {t('ui:retry')}
          </Button>
        )}
        {onRewrite && isOpenToChange(noted) && (
          <Button size="small" onClick={onRewrite}>
            {t('rewrite')}
          </Button>
        )}
        {(state === 'REFUSED' || state === 'WAITING') && (
          <Button size="small" danger onClick={forget}>
            {t('forget')}
          </Button>
        )}
        {state === 'DROPPED' && (
          <Button size="small" onClick={() => void forgetNoted(clientId)}>
            {t('seen')}
          </Button>
        )}
      </div>
    </article>
  );
}
