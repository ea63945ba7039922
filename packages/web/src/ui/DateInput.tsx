import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useMemo } from 'react';

interface Props {
  id?: string;
  value?: string;
  /** Whether it may be left without a day. */
  clearable?: boolean;
  onChange?: (day: string | undefined) => void;
}

const DAY = 'YYYY-MM-DD';

/** A day as the contract writes it, "2026-11-22". */
export function DateInput({ id, value, clearable = true, onChange }: Props) {
  // The picker takes another object for another day, and forgets what is being typed for it.
  const day = useMemo(() => (value === undefined ? null : dayjs(value, DAY)), [value]);
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      value={day}
      onChange={(chosen) => onChange?.(chosen?.format(DAY))}
      format={DAY}
      allowClear={clearable}
      inputReadOnly={window.matchMedia('(pointer: coarse)').matches}
    />
  );
}
