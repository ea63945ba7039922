import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StepLine } from '../ui/StepLine.tsx';
import type { RequestEvent } from './request.ts';

/** The steps of a request. */
export function RequestEvents({ events, town }: { events: readonly RequestEvent[]; town: string }) {
  const { t } = useTranslation('requests');
  return (
    <StepLine
      steps={events.map((event) => ({
        ...event,
        when: event.happenedOn,
        name: t(`steps.${event.step}`),
        color: colorOf(event),
        what: <What event={event} town={town} />,
      }))}
    />
  );
}

function colorOf({ step, satisfaction }: RequestEvent): 'green' | 'blue' | 'red' {
  if (step === 'FOLLOW_UP' && satisfaction === 'DISSATISFIED') return 'red';
  return step === 'FOLLOW_UP' || step === 'HANDLE' ? 'green' : 'blue';
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
