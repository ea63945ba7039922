import { Select, type SelectProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { optionsOf } from '../ui/options.ts';
import { type Named, useSubjects } from './handling.ts';

interface Props extends Omit<SelectProps<string>, 'options' | 'showSearch'> {
  town: string;
  /** The subject that it is about already, which the town may have taken out of its list since. */
  known?: Named;
}

/** Chooses what requests of a town are about. */
export function SubjectPicker({ town, known, ...field }: Props) {
  const { t } = useTranslation('requests');
  const subjects = useSubjects(town);
  const left = known && !subjects.some(({ id }) => id === known.id) ? [known] : [];
  return (
    <Select<string>
      placeholder={t('pickSubject')}
      {...field}
      showSearch={{ optionFilterProp: 'label' }}
      options={optionsOf([...left, ...subjects])}
    />
  );
}
