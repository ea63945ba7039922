import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { Byline } from '../ui/Byline.tsx';
import type { ProjectEvent } from './project.ts';

/** The steps of a project as a line, the latest first. */
export function ProjectEvents({ events }: { events: readonly ProjectEvent[] }) {
  const { t } = useTranslation('projects');
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
              <Byline by={event.recordedBy} at={event.recordedAt} />
            </div>
          </article>
        ),
      }))}
    />
  );
}
