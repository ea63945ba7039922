import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';

const INDUSTRIES = graphql(`
  query IndustryChoices($code: RegisterCode!) {
    town(code: $code) { id industries { id name validTo } }
  }
`);

interface Props {
  town: string;
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** Chooses an industry out of the town's own list, as it is today. */
export function IndustryPicker({ town, ...field }: Props) {
  const { t } = useTranslation('partyOrganizations');
  const { data, loading } = useQuery(INDUSTRIES, { variables: { code: town } });
  const industries = (data?.town?.industries ?? []).filter(
    ({ validTo }) => validTo === null || validTo > dayInShanghai(),
  );
  return (
    <Select
      {...field}
      loading={loading}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('seatKinds.industry')}
      options={industries.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
