import { useTranslation } from 'react-i18next';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { optionsOf } from '../ui/options.ts';
import { useSubjects } from './handling.ts';

interface Props {
  town: string;
  value: string | null;
  onChange: (subject: string | undefined) => void;
}

/** Narrows a list to what is about one subject. */
export function SubjectFilter({ town, ...field }: Props) {
  const { t } = useTranslation('requests');
  const subjects = useSubjects(town);
  return <FilterSelect label={t('subject')} all={t('allSubjects')} options={optionsOf(subjects)} {...field} />;
}
