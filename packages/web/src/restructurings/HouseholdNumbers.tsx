import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHouseholdNumbers } from './numbers.ts';

interface Props {
  block: string;
  asOf: string;
  id?: string;
  value?: string[];
  onChange?: (numbers: string[]) => void;
}

/** Chooses households of a block by their numbers: out of the list, typed, or many lines pasted at once. */
export function HouseholdNumbers({ block, asOf, ...field }: Props) {
  const { t } = useTranslation('restructurings');
  const numbers = useHouseholdNumbers(block, asOf);
  return (
    <Select
      {...field}
      mode="tags"
      loading={numbers === null}
      placeholder={t('draft.numbersLead')}
      tokenSeparators={['\n', '\r']}
      maxTagCount={20}
      options={(numbers ?? []).map((number) => ({ value: number, label: number }))}
    />
  );
}
