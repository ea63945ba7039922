import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReadingPurpose } from '../generated/graphql.ts';
import { momentInShanghai } from '../ui/day.ts';
import type { MediationEvent } from './mediation.ts';

/** Steps with which something was written. */
const written: readonly string[] = ['RELEASE_PARTIES', 'AGREE', 'END', 'CHECK', 'RESUME'];

/** The steps of a mediation as a line, the latest first. */
export function MediationEvents({
  events,
  purpose,
}: {
  events: readonly MediationEvent[];
  purpose: ReadingPurpose | null;
}) {
  const { t, i18n } = useTranslation(['mediations', 'requests', 'residents']);
  return (
    <Timeline
      items={events.toReversed().map((event) => ({
        key: event.seq,
        color: event.step === 'AGREE' || event.state === 'KEPT' ? 'green' : 'blue',
        content: (
          <article className="request-event">
            <div>
              <span className="code">{event.happenedOn}</span> <strong>{t(`steps.${event.step}`)}</strong>{' '}
              {event.step.endsWith('_PARTIES') && event.parties.map(({ name, code }) => name ?? code).join('、')}
              {event.step === 'END' && t(`states.${event.state}`)}
              {event.keeping && t(`keepings.${event.keeping}`)}{' '}
              {event.checkOn !== null && ['AGREE', 'CHECK'].includes(event.step) && (
                <span className="hint">{t('checkBy', { day: event.checkOn })}</span>
              )}
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
