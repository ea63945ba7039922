import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { momentInShanghai } from '../ui/day.ts';
import type { ProjectEvent } from './project.ts';

/** The steps of a project as a line, the latest first. */
export function ProjectEvents({ events }: { events: readonly ProjectEvent[] }) {
  const { t, i18n } = useTranslation(['projects', 'requests']);
  return (
    <Timeline
      items={events.toReversed().map((event) => ({
        key: event.seq,
        color: event.step === 'ADOPT' || event.step === 'COMPLETE' ? 'green' : 'blue',
        content: (
          <article className="request-event">
            <div>
              <span className="code">{event.happenedOn}</span> <strong>{t(`steps.${event.step}`)}</strong>{' '}
              {event.requests !== null && t('linked', { n: event.requests })}
              {event.step === 'ADOPT' && event.holder?.name}{' '}
              {event.step === 'ADOPT' && event.dueOn !== null && (
                <span className="hint">{t('dueBy', { day: event.dueOn })}</span>
              )}
            </div>
            {event.text !== null && <p className="written">{event.text}</p>}
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
