import { Timeline } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Byline } from '../ui/Byline.tsx';
import type { RequestEvent } from './request.ts';

/** The steps of a request as a line, the latest first: who did what, and what it brought. */
export function Events({ events, town }: { events: readonly RequestEvent[]; town: string }) {
  const { t } = useTranslation('requests');
  return (
    <Timeline
      items={events.toReversed().map((event) => ({
        key: event.seq,
        color: event.step === 'FOLLOW_UP' || event.step === 'HANDLE' ? 'green' : 'blue',
        content: (
          <article className="request-event">
            <div>
              <span className="code">{event.happenedOn}</span> <strong>{t(`steps.${event.step}`)}</strong>{' '}
              <What event={event} town={town} />
            </div>
            {event.text !== null && <p className="written">{event.text}</p>}
            <div className="hint">
              <Byline by={event.recordedBy} at={event.recordedAt} />
            </div>
          </article>
        ),
      }))}
    />
  );
}

/** What a step changed, in a few words. */
function What({ event, town }: { event: RequestEvent; town: string }): ReactNode {
  const { t } = useTranslation('requests');
  const where = `${t(`levels.${event.level}`)} ${event.unit?.name ?? town}`;
  switch (event.step) {
    case 'RAISE':
    case 'ESCALATE':
    case 'RETURN':
      return (
        <>
          {where} <span className="hint">{t('dueBy', { day: event.dueOn })}</span>
        </>
      );
    case 'ACCEPT':
      return event.holder && t('heldBy', { name: event.holder.name });
    case 'CLASSIFY':
      return event.handlingClass
        ? t('classedAs', { name: t(`classes.${event.handlingClass}`) })
        : t('subjectIs', { name: event.subject.name });
    case 'REFER':
      return event.party && t('referredTo', { name: event.party.name });
    case 'NOTE_ANSWER':
      return event.party?.name;
    case 'ADD_EVIDENCE':
      return event.evidence && t(`evidenceKinds.${event.evidence}`);
    case 'ADD_PHOTOS':
      return t('addedPhotos', { n: event.added ?? 0 });
    case 'ADD_HOUSEHOLDS':
      return t('addedHouseholds', { n: event.added ?? 0 });
    case 'FOLLOW_UP':
      return (
        event.way &&
        event.satisfaction &&
        t('said', { way: t(`ways.${event.way}`), satisfaction: t(`satisfactions.${event.satisfaction}`) })
      );
    default:
      return null;
  }
}
