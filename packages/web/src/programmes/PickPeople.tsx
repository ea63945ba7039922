import { App, Button, Checkbox, Input, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../ui/failure.ts';
import { ListPanel, type ListProps } from '../ui/ListPanel.tsx';
import { most } from '../ui/limits.ts';
import { withOne } from '../ui/withOne.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import type { Programme } from './programme.ts';

/** One who takes part, as far as who picks them is to know them. */
interface Somebody {
  id: string;
  number: number;
  household: { code: string | null; label: string | null; address: string | null } | null;
  resident: { name: string } | null;
}

/** What may be put down of those who are picked. */
interface Act {
  label: string;
  isMain: boolean;
  /** Puts it down of these, by their ids, with what is written beside it. */
  put: (picked: readonly string[], note: string) => Promise<unknown>;
}

interface Props<Data, Person extends Somebody, State extends string>
  extends Pick<ListProps<Data, Person>, 'query' | 'list' | 'title' | 'none'> {
  programme: Programme;
  /** What is known of those who are listed; one of them is shown. */
  states: readonly { value: State; label: string }[];
  state: State;
  onState: (state: State) => void;
  unit: string | null;
  onUnit: (unit: string | null) => void;
  /** What may be written beside what is put down, and whether it is mostly the same for the next. */
  note: { label: string; stays: boolean };
  acts: readonly Act[];
  /** Whether somebody may be picked. */
  mayPick: (person: Person) => boolean;
  /** What is known of somebody. */
  about: (person: Person) => ReactNode;
}

/** Those who take part in a programme of whom something is known or not, and the way to put it down of many at once. */
export function PickPeople<Data, Person extends Somebody, State extends string>(props: Props<Data, Person, State>) {
  const {
    programme,
    states,
    state,
    onState,
    unit,
    onUnit,
    note: { label, stays },
    acts,
    mayPick,
    about,
    ...panel
  } = props;
  const { t } = useTranslation('programmes');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const { message } = App.useApp();
  const textOf = useFailureText();
  const put = async (act: Act) => {
    try {
      await act.put([...picked], note.trim());
      setPicked(new Set());
      if (!stays) setNote('');
    } catch (error) {
      void message.error(textOf(error));
    }
  };
  const choices = (
    <span className="actions">
      <Segmented<State>
        size="small"
        value={state}
        options={[...states]}
        onChange={(chosen) => {
          setPicked(new Set());
          onState(chosen);
        }}
      />
      <TreeFilter
        town={programme.town.code}
        all={t('units')}
        value={unit}
        onChange={(chosen) => onUnit(chosen ?? null)}
      />
      <Input
        size="small"
        aria-label={label}
        placeholder={label}
        maxLength={most.name}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      {acts.map((act) => (
        <Button
          key={act.label}
          size="small"
          type={act.isMain ? 'primary' : 'default'}
          disabled={picked.size === 0}
          onClick={() => void put(act)}
        >
          {act.label}
        </Button>
      ))}
    </span>
  );
  return (
    <ListPanel {...panel} extra={choices}>
      {(person) => {
        const { id, number, household, resident } = person;
        const name = resident?.name ?? household?.label ?? household?.code ?? t('somebody');
        return (
          <article key={id} className="record-line">
            <div>
              {mayPick(person) && (
                <Checkbox
                  checked={picked.has(id)}
                  aria-label={t('pick', { name })}
                  onChange={({ target }) => setPicked(withOne(picked, id, target.checked))}
                />
              )}{' '}
              <strong>{name}</strong> <span className="code">{number}</span>
            </div>
            <div>{about(person)}</div>
            <div className="hint">{household?.address ?? household?.code}</div>
          </article>
        );
      }}
    </ListPanel>
  );
}
