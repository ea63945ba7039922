import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
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
  const { heldOn, time, place, places, enrolled, waiting, calledOffAt, calledOffBecause } = session;
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
      </div>
      <div className="tags">
        {calledOffAt !== null && <Tag>{t('calledOff')}</Tag>}
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
