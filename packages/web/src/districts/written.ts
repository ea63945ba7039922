import { useTranslation } from 'react-i18next';
import { type Change, changeBetween, useChangeText } from '../figures/compared.ts';
import { useWords } from '../figures/words.ts';
import type { Comparison } from './choice.ts';
import type { Counted, Indicator } from './dashboard.ts';
import type { Cell } from './rows.ts';

/** A figure in words: itself, of a rate what it is made of unless that is nothing, and what it was where it is held against a period of which there is anything. */
export interface Written {
  figure: string;
  made: string | null;
  compared: { before: string; change: Change } | null;
}

/** Gives what writes a figure of a dashboard in the reader's language. */
export function useWritten(comparison: Comparison): (cell: Cell, indicator: Indicator) => Written {
  const { t } = useTranslation('districts');
  const { numberOf } = useWords();
  const changeText = useChangeText();
  const written = ({ numerator, denominator, rounded }: Counted) =>
    denominator === null ? numberOf(numerator) : (rounded ?? '—');
  return (cell, indicator) => {
    const { numerator, denominator, before } = cell;
    const nothing = cell.value === null && (before?.value ?? null) === null;
    return {
      figure: written(cell),
      made: denominator === null || denominator === 0 ? null : `${numberOf(numerator)} / ${numberOf(denominator)}`,
      compared:
        comparison === 'none' || nothing
          ? null
          : {
              before: t(`dashboard.was.${comparison}`, { figure: before ? written(before) : '—' }),
              change: changeText(before && changeBetween(before, cell), indicator),
            },
    };
  };
}
