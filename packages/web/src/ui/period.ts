import { useTranslation } from 'react-i18next';
import { dayBefore } from './day.ts';

/** Gives what writes a period for readers, its last day included; `to` is the first day after it, null while it lasts. */
export function usePeriod(): (from: string, to: string | null) => string {
  const { t } = useTranslation('ui');
  return (from, to) => (to === null ? t('since', { from }) : t('period', { from, to: dayBefore(to) }));
}
