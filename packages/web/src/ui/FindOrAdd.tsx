import { PlusOutlined } from '@ant-design/icons';
import { App, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useFailureText } from './failure.ts';

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
  /** Adds what was typed; absent where that is not permitted. */
  add?: (words: string) => Promise<Choice>;
  addLabel: (words: string) => string;
}

const ADD = ' add';
// Long enough that a Chinese input method does not ask at every letter.
const PAUSE_MS = 250;

/** A field that finds by typing, and can add what it did not find. */
export function FindOrAdd({ id, value, onChange, placeholder, find, add, addLabel }: Props) {
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [words, setWords] = useState('');
  const [choices, setChoices] = useState<Choice[]>([]);
  const [added, setAdded] = useState<Choice | null>(null);
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

  async function choose(next: string | undefined) {
    if (next !== ADD || !add) {
      onChange?.(next);
      return;
    }
    setBusy(true);
    try {
      const choice = await add(typed);
      setAdded(choice);
      onChange?.(choice.value);
    } catch (error) {
      void message.error(textOf(error));
    } finally {
      setBusy(false);
    }
  }

  const known = added && !choices.some((choice) => choice.value === added.value) ? [added, ...choices] : choices;
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(next) => void choose(next)}
      onClear={() => onChange?.(undefined)}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      loading={busy}
      placeholder={placeholder}
      notFoundContent={null}
      options={[
        ...known.map(({ value: key, label, hint }) => ({ value: key, label: hint ? `${label}（${hint}）` : label })),
        ...(add && typed !== ''
          ? [{ value: ADD, label: addLabel(typed), className: 'find-add', icon: <PlusOutlined /> }]
          : []),
      ]}
    />
  );
}
