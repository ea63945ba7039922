import { Alert, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { householdPath } from '../households/household.ts';
import { momentInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { Account } from '../visits/Account.tsx';
import { DropHeldVisit } from './DropHeldVisit.tsx';
import type { HeldVisit } from './held-visit.ts';
import { RecordHeldVisit } from './RecordHeldVisit.tsx';

interface Props {
  held: HeldVisit;
  town: string;
  /** Whether what was said is hidden, as nobody has said what it is read for. */
  hidden: boolean;
}

/** A visit that is held: to whom and by whom, why it could not be recorded, and what may be done about it. */
export function HeldVisitEntry({ held, town, hidden }: Props) {
  const { t, i18n } = useTranslation(['heldVisits', 'visits', 'residents', 'households', 'photos', 'ui']);
  const list = useList();
  const [doing, setDoing] = useState<'record' | 'drop' | null>(null);
  const { household, visitors, requests, status, settledAt } = held;
  const waits = status === 'HELD';
  return (
    <article className="visit" aria-label={`${held.visitedOn} ${household?.code ?? ''}`}>
      <header className="visit-head">
        <span>
          <strong className="code">{held.visitedOn}</strong> {t(`visits:ways.${held.way}`)} ·{' '}
          {household ? (
            <Link to={householdPath(household.id)}>
              {[household.label, household.code ?? t('households:noCode')].filter((each) => each !== null).join(' ')}
            </Link>
          ) : (
            t('unknownHousehold')
          )}
          {visitors.length > 0 && ` · ${list(visitors.map(({ name }) => name))}`}
        </span>
        {waits ? (
          <span className="row-actions">
            <Button type="text" size="small" onClick={() => setDoing('record')}>
              {t('record')}
            </Button>
            <Button type="text" size="small" danger onClick={() => setDoing('drop')}>
              {t('drop')}
            </Button>
          </span>
        ) : (
          <Tag>{t(`states.${status}`)}</Tag>
        )}
      </header>
      {waits && <Alert type="warning" showIcon title={t('because', { reason: held.message })} />}
      {hidden ? <p className="hint">{t('residents:hidden')}</p> : <Account said={held} />}
      {requests.map(({ subject, description, photos }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was sent does not change its order.
        <p key={index} className="hint">
          {t('asked', { subject: subject?.name ?? t('unknownSubject') })}
          {description !== null && `：${description}`}
          {photos.length > 0 && `（${t('photos:photos')} ${photos.length}）`}
        </p>
      ))}
      <footer className="hint">
        {t('sent', { by: held.sentBy ?? t('ui:someone'), at: momentInShanghai(held.receivedAt, i18n.language) })}
        {status !== 'HELD' && settledAt !== null && (
          <div>
            {t(`settledBy.${status}`, {
              by: held.settledBy ?? t('ui:someone'),
              at: momentInShanghai(settledAt, i18n.language),
              reason: held.settledReason ?? '',
            })}
          </div>
        )}
      </footer>
      {doing === 'record' && <RecordHeldVisit id={held.id} town={town} onClose={() => setDoing(null)} />}
      {doing === 'drop' && <DropHeldVisit held={held} onClose={() => setDoing(null)} />}
    </article>
  );
}
