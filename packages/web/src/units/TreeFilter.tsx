import { TreePicker } from './TreePicker.tsx';

interface Props {
  town: string;
  pick?: 'unit' | 'team';
  /** What is listed while nothing is chosen. */
  all: string;
  value: string | null;
  onChange: (value: string | undefined) => void;
}

/** Narrows a list to a unit, or a team, of the town's tree. */
export function TreeFilter({ town, pick = 'unit', all, value, onChange }: Props) {
  return (
    <div className="filter-unit">
      <TreePicker
        town={town}
        pick={pick}
        placeholder={all}
        aria-label={all}
        allowClear
        {...(value === null ? {} : { value })}
        onChange={onChange}
      />
    </div>
  );
}
