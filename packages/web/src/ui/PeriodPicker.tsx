import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from './DateInput.tsx';
import type { Choose } from './useAddress.ts';

interface Props {
  /** The periods that have a name. */
  spans: readonly { value: string; label: string }[];
  /** The one that is chosen; null where it is days of one's own. */
  span: string | null;
  period: { first: string; last: string };
  choose: Choose;
}

/** Chooses a period by its name, or its days. */
export function PeriodPicker({ spans, span, period: { first, last }, choose }: Props) {
  const { t } = useTranslation('ui');
  return (
    <>
      <Segmented<string>
        aria-label={t('spans.label')}
        value={span ?? 'days'}
        options={[...spans, { value: 'days', label: t('spans.days') }]}
        onChange={(chosen) =>
          choose(chosen === 'days' ? { span: null, from: first, to: last } : { span: chosen, from: null, to: null })
        }
      />
      {span === null &&
        (['first', 'last'] as const).map((end) => (
          <span key={end} className="tags">
            <label htmlFor={`period-${end}`}>{t(`spans.${end}`)}</label>
            <DateInput
              id={`period-${end}`}
              clearable={false}
              value={{ first, last }[end]}
              onChange={(day) => day && choose(withEnd({ first, last }, end, day))}
            />
          </span>
        ))}
    </>
  );
}

/** A period with another first or last day; where they would cross, it is that day alone. */
function withEnd({ first, last }: Props['period'], end: 'first' | 'last', day: string) {
  return end === 'first' ? { from: day, to: day > last ? day : last } : { from: day < first ? day : first, to: day };
}
