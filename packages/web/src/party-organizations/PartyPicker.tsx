import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PartyOrganizationKind } from '../generated/graphql.ts';
import { PARTY_CHOICES } from './party.ts';

interface Common {
  town: string;
  id?: string;
  /** Which of them are left out, such as the one that is changed. */
  without?: string;
  /** Only of these kinds. */
  kinds?: readonly PartyOrganizationKind[];
  placeholder?: string;
}

interface One extends Common {
  value?: string;
  onChange?: (value: string | undefined) => void;
  allowClear?: boolean;
}

interface Some extends Common {
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** Chooses one of a town's Party organisations of today by a part of its name. */
export function PartyPicker({ value, onChange, allowClear = false, ...common }: One) {
  return (
    <Select<string>
      {...useField(common)}
      value={value ?? null}
      onChange={(next) => onChange?.(next)}
      onClear={() => onChange?.(undefined)}
      allowClear={allowClear}
    />
  );
}

/** Chooses several of them. */
export function PartiesPicker({ value = [], onChange, ...common }: Some) {
  return <Select<string[]> {...useField(common)} mode="multiple" value={value} onChange={(next) => onChange?.(next)} />;
}

function useField({ town, id, without, kinds, placeholder }: Common) {
  const { t } = useTranslation('partyOrganizations');
  const { data, loading } = useQuery(PARTY_CHOICES, { variables: { code: town } });
  const choices = (data?.town?.partyTree ?? []).filter(
    (each) => each.id !== without && (kinds?.includes(each.kind) ?? true),
  );
  return {
    ...(id === undefined ? {} : { id }),
    loading,
    showSearch: { optionFilterProp: 'label' },
    placeholder: placeholder ?? t('pick'),
    options: choices.map((each) => ({ value: each.id, label: `${each.name}（${t(`kinds.${each.kind}`)}）` })),
  };
}
