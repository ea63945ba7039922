import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { requestPath } from '../requests/request.ts';
import { Byline } from '../ui/Byline.tsx';
import { FindingPhotos } from './FindingPhotos.tsx';
import type { Finding } from './patrol.ts';

/** What was done about something that a patrol brought up, step by step, the latest first. */
export function FindingEvents({ finding }: { finding: Finding }) {
  const { t } = useTranslation('patrols');
  return (
    <Timeline
      className="finding-events"
      items={finding.events.toReversed().map((event) => ({
        key: event.seq,
        color: event.step === 'ACT' ? 'green' : 'blue',
        content: (
          <article className="request-event">
            <div>
              <span className="code">{event.happenedOn}</span> <strong>{t(`steps.${event.step}`)}</strong>{' '}
              {event.request && (
                <Link to={requestPath(event.request.id)} className="code">
                  {event.request.number}
                </Link>
              )}
              {event.step === 'PASS_ON' && event.party?.name}
            </div>
            {event.text !== null && <p className="written">{event.text}</p>}
            {event.place !== null && <p className="hint">{event.place}</p>}
            {event.seq > 1 && event.photos.length > 0 && <FindingPhotos finding={finding.id} seq={event.seq} />}
            <div className="hint">
              <Byline by={event.recordedBy} at={event.recordedAt} />
            </div>
          </article>
        ),
      }))}
    />
  );
}
