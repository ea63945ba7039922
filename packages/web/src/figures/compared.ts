import { useTranslation } from 'react-i18next';
import { useWords } from './words.ts';

/** A number of a figure: a count, or of a rate how many of how many. */
export interface Counted {
  numerator: number | null;
  denominator: number | null;
}

/** By how much one number is more than another: a rate in points of its hundred, to a tenth; null where one counts among none. */
export function changeBetween(before: Counted, now: Counted): number | null {
  const [from, to] = [quotient(before), quotient(now)];
  if (from === null || to === null) return null;
  return now.denominator === null ? to - from : Math.round((to - from) * 1000) / 10;
}

function quotient({ numerator, denominator }: Counted): number | null {
  if (denominator === null) return numerator;
  return denominator === 0 || numerator === null ? null : numerator / denominator;
}

/** A change, with the way it goes and in words that do not need colour. */
export interface Change {
  direction: 'up' | 'down' | 'same' | 'unknown';
  text: string;
}

/** Gives what writes by how much a figure is more than it was, in the reader's language. */
export function useChangeText(): (
  change: number | null,
  indicator: { isRate: boolean; perHundred: boolean },
) => Change {
  const { t } = useTranslation('figures');
  const { numberOf } = useWords();
  return (change, { isRate, perHundred }) => {
    if (change === null) return { direction: 'unknown', text: '—' };
    if (change === 0) return { direction: 'same', text: t('change.same') };
    const direction = change > 0 ? 'up' : 'down';
    const size = isRate ? Math.abs(change).toFixed(1) : numberOf(Math.abs(change));
    const words = isRate && !perHundred ? 'changeInPoints' : 'change';
    return { direction, text: t(`${words}.${direction}`, { size }) };
  };
}
