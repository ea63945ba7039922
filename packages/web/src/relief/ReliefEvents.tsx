import { useTranslation } from 'react-i18next';
import type { ReadingPurpose } from '../generated/graphql.ts';
import { grouped } from '../ui/money.ts';
import { StepLine } from '../ui/StepLine.tsx';
import type { ReliefApplication } from './relief.ts';

/** Steps with which something was always written. */
const written: readonly string[] = ['REFUSE', 'WITHDRAW', 'CANCEL'];

/** The steps of an application. */
export function ReliefEvents({
  events,
  purpose,
}: Pick<ReliefApplication, 'events'> & { purpose: ReadingPurpose | null }) {
  const { t } = useTranslation(['relief', 'residents']);
  return (
    <StepLine
      steps={events.map((event) => ({
        ...event,
        when: event.happenedOn,
        name: t(`steps.${event.step}`),
        color: event.step === 'APPROVE' || event.step === 'PAY' ? 'green' : 'blue',
        what: event.amount !== null && t('yuan', { amount: grouped(event.amount) }),
        more: purpose === null && written.includes(event.step) && <p className="hint">{t('residents:hidden')}</p>,
      }))}
    />
  );
}
