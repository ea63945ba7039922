import { Select } from 'antd';

interface Props<Value extends string> {
  label: string;
  /** What is listed while nothing is chosen. */
  all: string;
  value: Value | null;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value | undefined) => void;
}

/** Narrows a list to one of some values. */
export function FilterSelect<Value extends string>({ label, all, options, ...field }: Props<Value>) {
  return (
    <Select aria-label={label} className="filter" placeholder={all} allowClear options={[...options]} {...field} />
  );
}
