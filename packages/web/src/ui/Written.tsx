import { Input } from 'antd';
import { most } from './limits.ts';
import { Required } from './Required.tsx';

interface Props {
  name: string;
  label: string;
  placeholder?: string;
}

/** A field for some lines that must be written. */
export function Written({ name, label, placeholder }: Props) {
  return (
    <Required name={name} label={label}>
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={most.account}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </Required>
  );
}
