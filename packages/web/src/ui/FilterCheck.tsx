import { Checkbox } from 'antd';

interface Props {
  label: string;
  checked: boolean;
  /** Takes what the address says: '1', or nothing. */
  onChange: (value: '1' | null) => void;
}

/** Narrows a list to those of which something is so. */
export function FilterCheck({ label, checked, onChange }: Props) {
  return (
    <Checkbox
      className="filter-check"
      checked={checked}
      onChange={({ target }) => onChange(target.checked ? '1' : null)}
    >
      {label}
    </Checkbox>
  );
}
