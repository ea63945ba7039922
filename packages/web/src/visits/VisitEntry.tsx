import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import type { ReadingPurpose } from '../generated/graphql.ts';
import { pathOn } from '../ui/asOf.tsx';
import { Byline } from '../ui/Byline.tsx';
import { useList } from '../ui/list.ts';
import { unitPath } from '../units/unit.ts';
import { Account } from './Account.tsx';
import { ReviseVisit } from './ReviseVisit.tsx';
import { Versions } from './Versions.tsx';
import type { Visit } from './visit.ts';
import { WithdrawVisit } from './WithdrawVisit.tsx';

/** One visit of a household's record, with what its viewer may do about it. */
export function VisitEntry({ visit, town, purpose }: { visit: Visit; town: string; purpose: ReadingPurpose | null }) {
  const { t } = useTranslation(['visits', 'residents', 'ui']);
  const list = useList();
  const [doing, setDoing] = useState<'revise' | 'withdraw' | 'versions' | null>(null);
  const stop = () => setDoing(null);
  const standing = visit.withdrawnAt === null;
  const rewritten = visit.versions.length - 1;
  return (
    <article className={standing ? 'visit' : 'visit withdrawn'}>
      <header className="visit-head">
        <span>
          <strong className="code">{visit.visitedOn}</strong> {t(`ways.${visit.way}`)} ·{' '}
          <Link to={pathOn(unitPath(visit.block.id), visit.visitedOn)}>{visit.block.name}</Link> ·{' '}
          {list(visit.visitors.map(({ name }) => name))}
        </span>
        {!standing && <Tag>{t('withdrawn')}</Tag>}
        {standing && visit.again && <Tag>{t('again')}</Tag>}
        {standing && (
          <span className="row-actions">
            {can(visit, 'VISIT_RECORD') && (
              <Button type="text" size="small" onClick={() => setDoing('revise')}>
                {t('revise')}
              </Button>
            )}
            {can(visit, 'VISIT_WITHDRAW') && (
              <Button type="text" size="small" danger onClick={() => setDoing('withdraw')}>
                {t('withdraw')}
              </Button>
            )}
          </span>
        )}
      </header>
      {purpose === null ? <p className="hint">{t('residents:hidden')}</p> : <Account said={visit} />}
      <footer className="hint">
        <Byline by={visit.recordedBy} at={visit.recordedAt} />
        {rewritten > 0 && purpose !== null && (
          <Button type="link" size="small" onClick={() => setDoing('versions')}>
            {t('earlier', { n: rewritten })}
          </Button>
        )}
        {!standing && (
          <div>
            {t('withdrawnNote', { by: visit.withdrawnBy ?? t('ui:someone'), reason: visit.withdrawnReason ?? '' })}
          </div>
        )}
      </footer>
      {doing === 'revise' && <ReviseVisit visit={visit} town={town} onClose={stop} />}
      {doing === 'withdraw' && <WithdrawVisit visit={visit} onClose={stop} />}
      {doing === 'versions' && purpose !== null && <Versions visit={visit} purpose={purpose} onClose={stop} />}
    </article>
  );
}
