import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Days, lengthOf, periodAround } from './calendarPeriod.ts';
import { dayOrToday } from './day.ts';
import { PeriodInput } from './PeriodInput.tsx';

interface Props {
  /** The periods that have a name. */
  spans?: readonly { value: string; label: string }[];
  /** The one that is chosen; null where it is a period of one's own. */
  span?: string | null;
  period: Days;
  /** What a period that is no whole month, quarter or year begins and ends with. */
  ends?: 'DAY' | 'MONTH';
  /** Takes the name of a period, or its first and last day. */
  choose: (change: { span: string | null; from: string | null; to: string | null }) => void;
}

const own = ['MONTH', 'QUARTER', 'YEAR', 'FREE'] as const;

/** Chooses a period: by its name, as a month, a quarter or a year, or from when to when. */
export function PeriodPicker({ spans = [], span = null, period, ends = 'DAY', choose }: Props) {
  const { t } = useTranslation('ui');
  const [free, setFree] = useState(false);
  const length = free ? null : lengthOf(period);
  const take = ({ first, last }: Days) => choose({ span: null, from: first, to: last });
  return (
    <span className="period-picker">
      {spans.length > 0 && (
        <Segmented<string>
          aria-label={t('spans.label')}
          value={span ?? 'own'}
          options={[...spans, { value: 'own', label: t('spans.own') }]}
          onChange={(chosen) => (chosen === 'own' ? take(period) : choose({ span: chosen, from: null, to: null }))}
        />
      )}
      {span === null && (
        <>
          <Segmented<(typeof own)[number]>
            aria-label={t('spans.length')}
            value={length ?? 'FREE'}
            options={own.map((each) => ({ value: each, label: t(`lengths.${each}`) }))}
            onChange={(chosen) => {
              setFree(chosen === 'FREE');
              if (chosen !== 'FREE') take(periodAround(dayOrToday(period.last), chosen));
            }}
          />
          {length ? (
            <span className="tags">
              <label htmlFor="period">{t('spans.label')}</label>
              <PeriodInput
                id="period"
                length={length}
                value={period.first}
                onChange={(day) => take(periodAround(day, length))}
              />
            </span>
          ) : (
            (['first', 'last'] as const).map((end) => (
              <span key={end} className="tags">
                <label htmlFor={`period-${end}`}>{t(`spans.${end}`)}</label>
                <PeriodInput
                  id={`period-${end}`}
                  length={ends}
                  value={period[end]}
                  onChange={(day) => take(withEnd(period, end, periodAround(day, ends)))}
                />
              </span>
            ))
          )}
        </>
      )}
    </span>
  );
}

/** A period that begins or ends with other days; where its ends would cross, it is those days alone. */
function withEnd({ first, last }: Days, end: 'first' | 'last', days: Days): Days {
  if (end === 'first') return { first: days.first, last: last < days.first ? days.last : last };
  return { first: first > days.last ? days.first : first, last: days.last };
}
