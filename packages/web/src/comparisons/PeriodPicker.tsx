import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../ui/DateInput.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { type BoardChoice, spans } from './board.ts';

interface Props {
  choice: BoardChoice;
  choose: Choose;
}

/** Chooses a period by its name, or its days. */
export function PeriodPicker({ choice: { span, period }, choose }: Props) {
  const { t } = useTranslation('comparisons');
  return (
    <>
      <Segmented<string>
        aria-label={t('period')}
        value={span ?? 'days'}
        options={[
          ...spans.map((each) => ({ value: each, label: t(`spans.${each}`) })),
          { value: 'days', label: t('days') },
        ]}
        onChange={(chosen) =>
          choose(
            chosen === 'days'
              ? { span: null, from: period.first, to: period.last }
              : { span: chosen, from: null, to: null },
          )
        }
      />
      {span === null &&
        (['first', 'last'] as const).map((end) => (
          <span key={end} className="tags">
            <label htmlFor={`scoreboard-${end}`}>{t(end)}</label>
            <DateInput
              id={`scoreboard-${end}`}
              clearable={false}
              value={period[end]}
              onChange={(day) => day && choose(withEnd(period, end, day))}
            />
          </span>
        ))}
    </>
  );
}

/** A period with another first or last day; where they would cross, it is that day alone. */
function withEnd({ first, last }: BoardChoice['period'], end: 'first' | 'last', day: string) {
  return end === 'first' ? { from: day, to: day > last ? day : last } : { from: day < first ? day : first, to: day };
}
