import { useApolloClient } from '@apollo/client/react';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { useChoices } from '../ui/useChoices.ts';

const HOUSEHOLDS_TO_PICK = graphql(`
  query HouseholdsToPick($town: RegisterCode!, $text: String!) @purpose(of: UPKEEP) {
    town(code: $town) { id findHouseholds(text: $text, first: 20) { id code label address } }
  }
`);

interface Props {
  town: string;
  /** The household that is not meant. */
  except?: string;
  id?: string;
  value?: string;
  onChange?: (household: string | undefined) => void;
}

/** Finds a household of the town by number, address, or the name or telephone number of somebody in it. */
export function HouseholdPicker({ town, except, id, value, onChange }: Props) {
  const { t } = useTranslation('residents');
  const client = useApolloClient();
  const [typed, setTyped] = useState('');
  const { choices, busy } = useChoices(typed.trim(), async (text) => {
    if ([...text].length < 2) return [];
    const variables = { town, text };
    const { data } = await client.query({ query: HOUSEHOLDS_TO_PICK, variables, fetchPolicy: 'no-cache' });
    return (data?.town?.findHouseholds ?? [])
      .filter((household) => household.id !== except)
      .map(({ id: found, code, label, address }) => ({
        value: found,
        label: [code, label, address].filter(Boolean).join(' '),
      }));
  });
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(household) => onChange?.(household)}
      onClear={() => onChange?.(undefined)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={busy}
      placeholder={t('pickHousehold')}
      notFoundContent={null}
      options={choices}
    />
  );
}
