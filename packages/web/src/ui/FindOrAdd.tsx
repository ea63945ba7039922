import { PlusOutlined } from '@ant-design/icons';
import { App, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useFailureText } from './failure.ts';
import { PAUSE_MS } from './usePaused.ts';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

interface Props {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  placeholder: string;
  find: (words: string) => Promise<Choice[]>;
  addLabel: (words: string) => string;
}

const NEW = 'new:';

/** What was typed to be added, where a field's value is not something that was found. */
export function newlyNamed(value: string): string | undefined {
  return value.startsWith(NEW) ? value.slice(NEW.length) : undefined;
}

/**
 * A field that finds by typing, or takes what was typed as something new (`newlyNamed`), which whoever submits the form
 * adds. Nothing is added while the form is open.
 */
export function FindOrAdd({ id, value, onChange, placeholder, find, addLabel }: Props) {
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [words, setWords] = useState('');
  const [choices, setChoices] = useState<Choice[]>([]);
  const [busy, setBusy] = useState(false);
  const typed = words.trim();

  // biome-ignore lint/correctness/useExhaustiveDependencies: `find` is new at every render, what it asks is not.
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      setBusy(true);
      find(typed)
        .then((found) => current && setChoices(found))
        .catch((error: unknown) => current && void message.error(textOf(error)))
        .finally(() => current && setBusy(false));
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed]);

  const added = value === undefined ? undefined : newlyNamed(value);
  const known = added === undefined ? choices : [{ value: `${NEW}${added}`, label: addLabel(added) }, ...choices];
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(next) => onChange?.(next)}
      onClear={() => onChange?.(undefined)}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      loading={busy}
      placeholder={placeholder}
      notFoundContent={null}
      options={[
        ...known.map(({ value: key, label, hint }) => ({ value: key, label: hint ? `${label}（${hint}）` : label })),
        ...(typed !== '' && typed !== added
          ? [{ value: `${NEW}${typed}`, label: addLabel(typed), className: 'find-add', icon: <PlusOutlined /> }]
          : []),
      ]}
    />
  );
}
