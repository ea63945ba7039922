import { useTranslation } from 'react-i18next';
import { StepLine } from '../ui/StepLine.tsx';
import type { ProjectEvent } from './project.ts';

/** The steps of a project. */
export function ProjectEvents({ events }: { events: readonly ProjectEvent[] }) {
  const { t } = useTranslation('projects');
  return (
    <StepLine
      steps={events.map((event) => ({
        ...event,
        when: event.happenedOn,
        name: t(`steps.${event.step}`),
        color: event.step === 'ADOPT' || event.step === 'COMPLETE' ? 'green' : 'blue',
        what: (
          <>
            {event.requests !== null && t('linked', { n: event.requests })}
            {event.step === 'ADOPT' && event.holder?.name}{' '}
            {event.step === 'ADOPT' && event.dueOn !== null && (
              <span className="hint">{t('dueBy', { day: event.dueOn })}</span>
            )}
          </>
        ),
      }))}
    />
  );
}
