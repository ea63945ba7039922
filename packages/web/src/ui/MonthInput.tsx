import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useMemo } from 'react';

interface Props {
  id: string;
  /** The month, "2026-11". */
  value: string;
  onChange: (month: string) => void;
}

const MONTH = 'YYYY-MM';

/** A month of the calendar. */
export function MonthInput({ id, value, onChange }: Props) {
  const month = useMemo(() => dayjs(`${value}-01`, 'YYYY-MM-DD'), [value]);
  return (
    <DatePicker
      id={id}
      picker="month"
      value={month}
      onChange={(chosen) => chosen && onChange(chosen.format(MONTH))}
      format={MONTH}
      allowClear={false}
      inputReadOnly={window.matchMedia('(pointer: coarse)').matches}
    />
  );
}
