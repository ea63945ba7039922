import { useTranslation } from 'react-i18next';
import { useWords } from '../figures/words.ts';
import type { Counted } from './dashboard.ts';
import { type Cell, changeOf } from './rows.ts';

/** A figure in words: itself, of a rate what it is made of unless that is nothing, and how it has changed. */
export interface Written {
  figure: string;
  made: string | null;
  change: { direction: 'up' | 'down' | 'same' | 'unknown'; text: string; before: string };
}

/** Gives what writes a figure of a dashboard in the reader's language. */
export function useWritten(): (cell: Cell) => Written {
  const { t } = useTranslation('districts');
  const { numberOf } = useWords();
  const written = ({ numerator, denominator, rounded }: Counted) =>
    denominator === null ? numberOf(numerator) : (rounded ?? '—');
  return (cell) => {
    const { numerator, denominator, before } = cell;
    const change = changeOf(cell);
    const direction = change === null ? 'unknown' : change > 0 ? 'up' : change < 0 ? 'down' : 'same';
    const size = denominator === null ? numberOf(Math.abs(change ?? 0)) : Math.abs(change ?? 0).toFixed(1);
    return {
      figure: written(cell),
      made: denominator === null || denominator === 0 ? null : `${numberOf(numerator)} / ${numberOf(denominator)}`,
      change: {
        direction,
        text: direction === 'unknown' ? '—' : t(`dashboard.change.${direction}`, { size }),
        before: t('dashboard.before', { before: before ? written(before) : '—' }),
      },
    };
  };
}
