import { Input, type InputProps } from 'antd';

/** A day, "2026-11-22", chosen with the device's own calendar: the best one on a telephone. */
export function DateInput(props: InputProps) {
  return <Input type="date" style={{ maxWidth: 200 }} {...props} />;
}
