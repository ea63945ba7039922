import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { requestPath } from '../requests/request.ts';
import { StepLine } from '../ui/StepLine.tsx';
import { FindingPhotos } from './FindingPhotos.tsx';
import type { Finding } from './patrol.ts';

/** What was done about something that a patrol brought up. */
export function FindingEvents({ finding }: { finding: Finding }) {
  const { t } = useTranslation('patrols');
  return (
    <StepLine
      className="finding-events"
      steps={finding.events.map((event) => ({
        ...event,
        when: event.happenedOn,
        name: t(`steps.${event.step}`),
        color: event.step === 'ACT' ? 'green' : 'blue',
        what: (
          <>
            {event.request && (
              <Link to={requestPath(event.request.id)} className="code">
                {event.request.number}
              </Link>
            )}
            {event.step === 'PASS_ON' && event.party?.name}
          </>
        ),
        more: (
          <>
            {event.place !== null && <p className="hint">{event.place}</p>}
            {event.seq > 1 && event.photos.length > 0 && <FindingPhotos finding={finding.id} seq={event.seq} />}
          </>
        ),
      }))}
    />
  );
}
