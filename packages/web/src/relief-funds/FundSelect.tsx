import { useQuery } from '@apollo/client/react';
import { Select, type SelectProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { grouped } from '../ui/money.ts';
import { RELIEF_FUNDS } from './relief-fund.ts';

/** Chooses one of the funds of which a town still grants, each with what is free of it. */
export function FundSelect({ town, ...field }: SelectProps & { town: string }) {
  const { t } = useTranslation('reliefFunds');
  const { data } = useQuery(RELIEF_FUNDS, { variables: { code: town } });
  const open = (data?.town?.reliefFunds ?? []).filter(({ closedOn }) => closedOn === null);
  const options = open.map(({ id, year, name, free }) => ({
    value: id,
    label: t('option', { year, name, free: grouped(free) }),
  }));
  return <Select options={options} {...field} />;
}
