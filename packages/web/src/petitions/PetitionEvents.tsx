import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingPurpose } from '../generated/graphql.ts';
import { StepLine } from '../ui/StepLine.tsx';
import type { PetitionEvent } from './petition.ts';

interface Props {
  events: readonly PetitionEvent[];
  town: string;
  purpose: ReadingPurpose | null;
}

/** Steps with which something was written. */
const written: readonly string[] = ['DECLINE', 'TRANSFER', 'EXTEND', 'ANSWER', 'CLOSE', 'WITHDRAW'];

/** The steps of a petition. */
export function PetitionEvents({ events, town, purpose }: Props) {
  const { t } = useTranslation(['petitions', 'residents']);
  return (
    <StepLine
      steps={events.map((event) => ({
        ...event,
        when: event.happenedOn,
        name: t(`steps.${event.step}`),
        color: event.step === 'ANSWER' || event.step === 'CLOSE' ? 'green' : 'blue',
        what: <What event={event} town={town} />,
        more: purpose === null && written.includes(event.step) && <p className="hint">{t('residents:hidden')}</p>,
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
