import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '../ui/Panel.tsx';
import { SESSIONS_TODAY } from './attendance.ts';
import { signInPath } from './programme.ts';

/** What a town's programmes hold today, with the way to the list of who is expected, or of the stops of a delivery. Nothing where they hold nothing. */
export function SessionsToday({ town }: { town: string }) {
  const { t } = useTranslation('programmes');
  const { data } = useQuery(SESSIONS_TODAY, { variables: { code: town } });
  const sessions = data?.town?.programmeSessions ?? [];
  if (sessions.length === 0) return null;
  return (
    <Panel flush title={t('sessionsToday', { n: sessions.length })}>
      {sessions.map(({ id, time, place, attended, absent, programme }) => (
        <article key={id} className="record-line">
          <div>
            <Link to={signInPath(programme.id, id)} className="record-line-name">
              <strong>{programme.name}</strong>
            </Link>
            <div className="hint">{t(`kinds.${programme.kind}`)}</div>
          </div>
          <div>
            {time}
            <div className="hint">{place}</div>
          </div>
          <div>
            {attended !== null && attended > 0 && t('attended', { n: attended })}
            {absent !== null && absent > 0 && <div className="hint">{t('absent', { n: absent })}</div>}
          </div>
        </article>
      ))}
    </Panel>
  );
}
