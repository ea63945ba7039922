import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { unkept } from '../audit/purpose.ts';
import { optionsOf } from '../ui/options.ts';
import { HOUSEHOLD_PEOPLE } from './resident.ts';

interface Props {
  household: string;
  id?: string;
  value?: string;
  onChange?: (resident: string | undefined) => void;
}

/** Chooses a member of a household. */
export function MemberPicker({ household, ...field }: Props) {
  const { t } = useTranslation('residents');
  const { data, loading } = useQuery(HOUSEHOLD_PEOPLE, { variables: { id: household, for: 'UPKEEP' }, ...unkept });
  return (
    <Select<string>
      {...field}
      loading={loading}
      placeholder={t('pickMember')}
      notFoundContent={null}
      options={optionsOf(data?.household?.residents ?? [])}
    />
  );
}
