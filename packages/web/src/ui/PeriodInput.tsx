import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type PeriodLength, periodAround } from './calendarPeriod.ts';
import { DateInput } from './DateInput.tsx';

interface Props {
  id?: string;
  length: PeriodLength;
  /** Any day of the period. */
  value?: string;
  /** Takes its first day. */
  onChange?: (first: string) => void;
}

const DAY = 'YYYY-MM-DD';

/** A month, a quarter or a year of the calendar, chosen as such; or a day. */
export function PeriodInput({ length, ...field }: Props) {
  if (length !== 'DAY') return <CalendarPeriod length={length} {...field} />;
  const { onChange, ...day } = field;
  return <DateInput {...day} clearable={false} onChange={(chosen) => chosen && onChange?.(chosen)} />;
}

function CalendarPeriod({ id, length, value, onChange }: Props & { length: Exclude<PeriodLength, 'DAY'> }) {
  const { t } = useTranslation('ui');
  // The picker takes another object for another period, and forgets what is being typed for it.
  const first = useMemo(
    () => (value === undefined ? null : dayjs(periodAround(value, length).first, DAY)),
    [value, length],
  );
  const { picker, typed } = pickers[length];
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      picker={picker}
      value={first}
      onChange={(chosen) => chosen && onChange?.(periodAround(chosen.format(DAY), length).first)}
      placeholder={t(`pickPeriod.${length}`)}
      format={[t(`periodFormat.${length}`), ...typed]}
      allowClear={false}
      inputReadOnly={typed.length === 0 || window.matchMedia('(pointer: coarse)').matches}
    />
  );
}

/** How each is picked, and how it can be typed: quarters cannot. */
const pickers = {
  MONTH: { picker: 'month', typed: ['YYYY-MM', 'YYYY-M', 'YYYYMM'] },
  QUARTER: { picker: 'quarter', typed: [] },
  YEAR: { picker: 'year', typed: ['YYYY'] },
} as const satisfies Record<Exclude<PeriodLength, 'DAY'>, { picker: string; typed: readonly string[] }>;
