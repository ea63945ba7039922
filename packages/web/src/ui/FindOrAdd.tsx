import { PlusOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Choice, useChoices } from './useChoices.ts';

interface Finding {
  id?: string;
  /** What it is called, where no label stands beside it. */
  label?: string;
  placeholder: string;
  find: (words: string) => Promise<Choice[]>;
}

interface One extends Finding {
  value?: string;
  onChange?: (value: string | undefined) => void;
  /** Without it nothing new is added. */
  addLabel: ((words: string) => string) | undefined;
  /** What is chosen at first. */
  known?: Choice | undefined;
}

interface Some extends Finding {
  value?: string[];
  onChange?: (value: string[]) => void;
  /** What is chosen at first. */
  known: readonly Choice[];
  /** Without it nothing new is added. */
  addLabel?: ((words: string) => string) | undefined;
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
export function FindOrAdd({ id, label, value, onChange, placeholder, find, addLabel, known }: One) {
  const [words, setWords] = useState('');
  const { options, busy } = useOptions(words.trim(), value === undefined ? [] : [value], find, addLabel);
  const isMissing = known !== undefined && value === known.value && !options.some((each) => each.value === value);
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      value={value ?? null}
      onChange={(next) => onChange?.(next)}
      onClear={() => onChange?.(undefined)}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      loading={busy}
      placeholder={placeholder}
      notFoundContent={null}
      options={isMissing ? [known, ...options] : options}
    />
  );
}

/** The same for several at once. What was chosen stays although other words are typed. */
export function FindOrAddSome({ id, value = [], onChange, placeholder, find, addLabel, known: first }: Some) {
  const [words, setWords] = useState('');
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(
    () => new Map(first.map((each) => [each.value, each.label])),
  );
  const { options, busy } = useOptions(words.trim(), value, find, addLabel);
  const known = new Map([...labels, ...options.map((each) => [each.value, each.label] as const)]);
  return (
    <Select<string[]>
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      value={value}
      onChange={(next) => {
        setLabels(known);
        setWords('');
        onChange?.(next);
      }}
      showSearch={{ filterOption: false, onSearch: setWords, searchValue: words }}
      allowClear
      loading={busy}
      placeholder={placeholder}
      notFoundContent={null}
      options={[
        ...options,
        ...value
          .filter((each) => !options.some((option) => option.value === each))
          .map((each) => ({ value: each, label: known.get(each) ?? each })),
      ]}
    />
  );
}

function useOptions(
  typed: string,
  chosen: readonly string[],
  find: (words: string) => Promise<Choice[]>,
  addLabel: ((words: string) => string) | undefined,
) {
  const { choices, busy } = useChoices(typed, find);
  const added = addLabel ? chosen.flatMap((value) => newlyNamed(value) ?? []) : [];
  const options: { value: string; label: string; className?: string; icon?: ReactNode }[] = [
    ...added.map((name) => ({ value: `${NEW}${name}`, label: addLabel?.(name) ?? name })),
    ...choices.map(({ value, label, hint }) => ({ value, label: hint ? `${label}（${hint}）` : label })),
  ];
  if (addLabel && typed !== '' && !added.includes(typed)) {
    options.push({ value: `${NEW}${typed}`, label: addLabel(typed), className: 'find-add', icon: <PlusOutlined /> });
  }
  return { options, busy };
}
