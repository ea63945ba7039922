import { useTranslation } from 'react-i18next';
import { FindOrAddSome } from '../ui/FindOrAdd.tsx';
import { useFindPeople } from './PersonPicker.tsx';

interface Props {
  town: string;
  placeholder: string;
  /** Who is chosen at first, by name. */
  known?: readonly { id: string; name: string }[];
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** Finds people of the town by name, or names new ones, to be registered with `useRegister`. */
export function PeoplePicker({ town, known = [], ...field }: Props) {
  const { t } = useTranslation('people');
  const find = useFindPeople(town);
  return (
    <FindOrAddSome
      {...field}
      known={known.map(({ id: value, name: label }) => ({ value, label }))}
      addLabel={(name) => t('registerPerson', { name })}
      find={find}
    />
  );
}
