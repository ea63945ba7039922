import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { useAddress } from '../ui/useAddress.ts';
import type { Programme, Session } from './programme.ts';
import { CallOffSession, RescheduleSession } from './SessionForms.tsx';

/** The days of a programme, with how many are to come to each, and the way to change them. */
export function Sessions({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const { sessions } = programme;
  return (
    <Panel flush title={`${t('sessions')} ${sessions.filter(({ calledOffAt }) => calledOffAt === null).length}`}>
      {sessions.length === 0 && <p className="hint padded">{t('noSessions')}</p>}
      {sessions.map((session) => (
        <Line key={session.id} programme={programme} session={session} />
      ))}
    </Panel>
  );
}

function Line({ programme, session }: { programme: Programme; session: Session }) {
  const { t } = useTranslation('programmes');
  const [doing, setDoing] = useState<'RESCHEDULE' | 'CALL_OFF' | null>(null);
  const { heldOn, time, place, places, enrolled, waiting, attended, absent, calledOffAt, calledOffBecause } = session;
  const [, choose] = useAddress();
  const Doing = doing === 'RESCHEDULE' ? RescheduleSession : CallOffSession;
  const may = calledOffAt === null && programme.actions.includes('RESCHEDULE');
  return (
    <article className="record-line">
      <div>
        <strong>{heldOn}</strong> {time}
        <div className="hint">{place}</div>
      </div>
      <div>
        {programme.oneSession &&
          calledOffAt === null &&
          (places === null ? t('enrolled', { n: enrolled }) : t('enrolledOf', { n: enrolled, places }))}
        {calledOffBecause !== null && <div className="hint">{calledOffBecause}</div>}
        {waiting !== null && waiting > 0 && <div className="hint">{t('waiting', { n: waiting })}</div>}
        {attended !== null && attended > 0 && <div>{t('attended', { n: attended })}</div>}
        {absent !== null && absent > 0 && <div className="hint">{t('absent', { n: absent })}</div>}
      </div>
      <div className="tags">
        {calledOffAt !== null && <Tag>{t('calledOff')}</Tag>}
        {calledOffAt === null &&
          heldOn <= dayInShanghai() &&
          programme.town.viewerCanSomewhere.includes('ENROLMENT_KEEP') && (
            <Button size="small" type="primary" onClick={() => choose({ session: session.id })}>
              {t('signInNow')}
            </Button>
          )}
        {may && (
          <>
            <Button size="small" onClick={() => setDoing('RESCHEDULE')}>
              {t('change')}
            </Button>
            <Button size="small" onClick={() => setDoing('CALL_OFF')}>
              {t('callOff')}
            </Button>
          </>
        )}
      </div>
      {doing && <Doing programme={programme} session={session} onClose={() => setDoing(null)} />}
    </article>
  );
}
