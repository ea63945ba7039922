import { useTranslation } from 'react-i18next';
import { FindOrAdd } from '../ui/FindOrAdd.tsx';
import type { Choice } from '../ui/useChoices.ts';
import { useFindVisitors, type VisitorPlace } from '../visits/VisitorPicker.tsx';

interface Props {
  place: VisitorPlace;
  /** Who is chosen at first. */
  known?: Choice | undefined;
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

/** Chooses who holds a request: members of the block's teams first; whoever may register people finds and names others. */
export function HolderPicker({ place, ...field }: Props) {
  const { t } = useTranslation(['requests', 'people']);
  const { find, others } = useFindVisitors(place);
  return (
    <FindOrAdd
      {...field}
      placeholder={t('holder')}
      addLabel={others ? (name) => t('people:registerPerson', { name }) : undefined}
      find={find}
    />
  );
}
