import { useTranslation } from 'react-i18next';
import type { PeriodLength } from '../generated/graphql.ts';
import { partsOfPeriod } from '../ui/calendarPeriod.ts';

/** Gives what a day, month, quarter or year is called in the reader's language. */
export function usePeriodName(): (length: PeriodLength, period: { first: string; last: string }) => string {
  const { t } = useTranslation('reportedFigures');
  return (length, { first }) => (length === 'DAY' ? first : t(`periodName.${length}`, partsOfPeriod(first)));
}
