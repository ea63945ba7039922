import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayInShanghai } from '../ui/day.ts';
import { CATEGORIES, categoryGroups, holding } from './category.ts';

interface Props {
  town: string;
  id?: string;
  value?: string;
  onChange?: (category: string) => void;
}

/** Chooses one of a town's present categories, group by group. */
export function CategoryPicker({ town, ...field }: Props) {
  const { t } = useTranslation('categories');
  const { data, loading } = useQuery(CATEGORIES, { variables: { code: town } });
  const present = holding(data?.town?.categories ?? [], dayInShanghai());
  return (
    <Select<string>
      {...field}
      showSearch={{ optionFilterProp: 'label' }}
      loading={loading}
      placeholder={t('pick')}
      options={categoryGroups.map((group) => ({
        label: t(`groups.${group}`),
        options: present
          .filter((category) => category.group === group)
          .map(({ id, name }) => ({ value: id, label: name })),
      }))}
    />
  );
}
