import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import type { TeamInFull } from '../teams/team.ts';
import { Panel } from '../ui/Panel.tsx';
import { usePeriod } from '../ui/period.ts';
import type { Notice } from './notice.ts';
import { PostNotice } from './PostNotice.tsx';
import { TakeDownNotice } from './TakeDownNotice.tsx';

/** What a team shows on the board of its block on the day of the page, and what its viewer may do there. */
export function Board({ team }: { team: TeamInFull }) {
  const { t } = useTranslation('notices');
  const period = usePeriod();
  const [posting, setPosting] = useState(false);
  const [ending, setEnding] = useState<Notice | null>(null);
  if (team.notices === null) return null;
  const mayPost = can(team, 'NOTICE_POST');
  return (
    <Panel
      title={`${t('board')} ${team.name}`}
      extra={
        mayPost && (
          <Button size="small" onClick={() => setPosting(true)}>
            {t('post')}
          </Button>
        )
      }
    >
      {team.notices.length === 0 && <span className="hint">{t('none')}</span>}
      {team.notices.map((notice) => (
        <article key={notice.id} className="posted">
          <h3>{notice.title}</h3>
          <p className="written">{notice.text}</p>
          <div className="hint">
            {period(notice.validFrom, notice.validTo)}
            {mayPost && (
              <Button size="small" type="text" onClick={() => setEnding(notice)}>
                {t('takeDown')}
              </Button>
            )}
          </div>
        </article>
      ))}
      {posting && <PostNotice team={team} onClose={() => setPosting(false)} />}
      {ending && <TakeDownNotice notice={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}
