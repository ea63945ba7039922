import { useTranslation } from 'react-i18next';
import type { ReadingPurpose } from '../generated/graphql.ts';
import { momentInShanghai } from '../ui/day.ts';
import { StepLine } from '../ui/StepLine.tsx';
import type { CallEvent } from './call.ts';

/** The steps of a call, each with what was known of the call after it where that had changed. */
export function CallEvents({ events, purpose }: { events: readonly CallEvent[]; purpose: ReadingPurpose | null }) {
  const { t, i18n } = useTranslation(['calls', 'requests', 'residents']);
  return (
    <StepLine
      steps={events.map((event, index) => ({
        ...event,
        when: momentInShanghai(event.happenedAt, i18n.language),
        name: t(`steps.${event.step}`),
        color: event.step === 'FOLLOW_UP' ? 'green' : event.step === 'MISS' ? 'red' : 'blue',
        what: (
          <>
            {event.step === 'FOLLOW_UP' &&
              event.way &&
              event.satisfaction &&
              t('requests:said', {
                way: t(`requests:ways.${event.way}`),
                satisfaction: t(`requests:satisfactions.${event.satisfaction}`),
              })}
            {['TAKE', 'ANSWER'].includes(event.step) && event.answeredBy?.name}
          </>
        ),
        more: (
          <>
            <Changes event={event} before={events[index - 1]} />
            {purpose === null && <p className="hint">{t('residents:hidden')}</p>}
          </>
        ),
      }))}
    />
  );
}

/** What a step made known of a call, or otherwise known than before. */
function Changes({ event, before }: { event: CallEvent; before: CallEvent | undefined }) {
  const { t, i18n } = useTranslation('calls');
  const told = (of: CallEvent | undefined) =>
    of && {
      calledAt: momentInShanghai(of.calledAt, i18n.language),
      answeredBy: of.answeredBy?.name ?? null,
      caller: of.household?.code ?? of.callerName,
      telephone: of.telephone,
      matter: of.matter,
      answer: of.answer,
    };
  const [now, then] = [told(event), told(before)];
  const names = ['calledAt', 'answeredBy', 'caller', 'telephone', 'matter', 'answer'] as const;
  const changed = names.filter((name) => now?.[name] && now[name] !== then?.[name]);
  if (!before && changed.length === 0) return null;
  return (
    <ul className="plain">
      {changed.map((name) => (
        <li key={name}>
          <span className="hint">{t(name)}</span> {now?.[name]}
        </li>
      ))}
    </ul>
  );
}
