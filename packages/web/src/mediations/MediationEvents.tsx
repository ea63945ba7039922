import { useTranslation } from 'react-i18next';
import type { ReadingPurpose } from '../generated/graphql.ts';
import { StepLine } from '../ui/StepLine.tsx';
import type { MediationEvent } from './mediation.ts';

/** Steps with which something was written. */
const written: readonly string[] = ['RELEASE_PARTIES', 'AGREE', 'END', 'CHECK', 'RESUME'];

interface Props {
  events: readonly MediationEvent[];
  purpose: ReadingPurpose | null;
}

/** The steps of a mediation. */
export function MediationEvents({ events, purpose }: Props) {
  const { t } = useTranslation(['mediations', 'residents']);
  return (
    <StepLine
      steps={events.map((event) => ({
        ...event,
        when: event.happenedOn,
        name: t(`steps.${event.step}`),
        color: event.step === 'AGREE' || event.state === 'KEPT' ? 'green' : 'blue',
        what: (
          <>
            {event.step.endsWith('_PARTIES') && event.parties.map(({ name, code }) => name ?? code).join('、')}
            {event.step === 'END' && t(`states.${event.state}`)}
            {event.keeping && t(`keepings.${event.keeping}`)}{' '}
            {event.checkOn !== null && ['AGREE', 'CHECK'].includes(event.step) && (
              <span className="hint">{t('checkBy', { day: event.checkOn })}</span>
            )}
          </>
        ),
        more: purpose === null && written.includes(event.step) && <p className="hint">{t('residents:hidden')}</p>,
      }))}
    />
  );
}
