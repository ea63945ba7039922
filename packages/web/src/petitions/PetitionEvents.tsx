import { Timeline } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingPurpose } from '../generated/graphql.ts';
import { momentInShanghai } from '../ui/day.ts';
import type { PetitionEvent } from './petition.ts';

interface Props {
  events: readonly PetitionEvent[];
  town: string;
  purpose: ReadingPurpose | null;
}

/** Steps with which something was written. */
const written: readonly string[] = ['DECLINE', 'TRANSFER', 'EXTEND', 'ANSWER', 'CLOSE', 'WITHDRAW'];

/** The steps of a petition as a line, the latest first. */
export function PetitionEvents({ events, town, purpose }: Props) {
  const { t, i18n } = useTranslation(['petitions', 'requests', 'residents']);
  return (
    <Timeline
      items={events.toReversed().map((event) => ({
        key: event.seq,
        color: event.step === 'ANSWER' || event.step === 'CLOSE' ? 'green' : 'blue',
        content: (
          <article className="request-event">
            <div>
              <span className="code">{event.happenedOn}</span> <strong>{t(`steps.${event.step}`)}</strong>{' '}
              <What event={event} town={town} />
            </div>
            {event.text !== null && <p className="written">{event.text}</p>}
            {purpose === null && written.includes(event.step) && <p className="hint">{t('residents:hidden')}</p>}
            <div className="hint">
              {t('requests:byline', {
                by: event.recordedBy ?? t('requests:someone'),
                at: momentInShanghai(event.recordedAt, i18n.language),
              })}
            </div>
          </article>
        ),
      }))}
    />
  );
}

/** What a step changed, in a few words. */
function What({ event, town }: { event: PetitionEvent; town: string }): ReactNode {
  const { t } = useTranslation('petitions');
  const by = event.dueOn !== null && (
    <span className="hint">{t(event.state === 'RECEIVED' ? 'decideBy' : 'answerBy', { day: event.dueOn })}</span>
  );
  switch (event.step) {
    case 'RECEIVE':
    case 'TRANSFER':
      return (
        <>
          {event.unit?.name ?? town} {event.accused && t('accuses', { unit: event.accused.name })} {by}
        </>
      );
    case 'ACCEPT':
      return (
        <>
          {event.holder?.name} {event.accused && t('accuses', { unit: event.accused.name })} {by}
        </>
      );
    case 'EXTEND':
      return by;
    default:
      return null;
  }
}
