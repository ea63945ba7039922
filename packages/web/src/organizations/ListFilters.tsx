import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { holding } from '../categories/category.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { optionsOf } from '../ui/options.ts';
import { ORGANIZATION_LISTS } from './organization.ts';

interface Filtering {
  town: string;
  value: string | null;
  onChange: (value: string | undefined) => void;
}

/** Narrows a list to a kind of organisations. Those that are used no more are offered for the past. */
export function KindFilter({ town, ...field }: Filtering) {
  const { t } = useTranslation('organizations');
  const { data } = useQuery(ORGANIZATION_LISTS, { variables: { code: town } });
  const options = optionsOf(data?.town?.organizationKinds ?? []);
  return <FilterSelect label={t('kind')} all={t('allKinds')} options={options} {...field} />;
}

/** Narrows a list to an industry. Those that are used no more are offered for the past. */
export function IndustryFilter({ town, ...field }: Filtering) {
  const { t } = useTranslation('organizations');
  const { data } = useQuery(ORGANIZATION_LISTS, { variables: { code: town } });
  const options = optionsOf(data?.town?.industries ?? []);
  return <FilterSelect label={t('industry')} all={t('allIndustries')} options={options} {...field} />;
}

interface Picking {
  town: string;
  allowClear?: boolean;
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

/** Chooses one of the town's present kinds of organisations. */
export function KindPicker({ town, ...field }: Picking) {
  const { t } = useTranslation('organizations');
  const { data, loading } = useQuery(ORGANIZATION_LISTS, { variables: { code: town } });
  const options = optionsOf(holding(data?.town?.organizationKinds ?? [], dayInShanghai()));
  return <Select<string> {...field} loading={loading} placeholder={t('kind')} options={options} />;
}

interface PickingSome {
  town: string;
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** Chooses several of the town's present kinds of organisations. */
export function KindsPicker({ town, ...field }: PickingSome) {
  const { t } = useTranslation('organizations');
  const { data, loading } = useQuery(ORGANIZATION_LISTS, { variables: { code: town } });
  const options = optionsOf(holding(data?.town?.organizationKinds ?? [], dayInShanghai()));
  return (
    <Select<string[]>
      {...field}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      loading={loading}
      placeholder={t('kind')}
      options={options}
    />
  );
}

/** Chooses one of the town's present industries, or none. */
export function IndustryPicker({ town, ...field }: Picking) {
  const { t } = useTranslation('organizations');
  const { data, loading } = useQuery(ORGANIZATION_LISTS, { variables: { code: town } });
  const options = optionsOf(holding(data?.town?.industries ?? [], dayInShanghai()));
  return (
    <Select<string>
      {...field}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={loading}
      placeholder={t('noIndustry')}
      options={options}
    />
  );
}
