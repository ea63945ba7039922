import { skipToken, useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';

const GROUP_HEADS = graphql(`
  query GroupHeads($block: ID!) {
    unit(id: $block) {
      id
      ... on Block { teams { id members { id role person { id name } } } }
    }
  }
`);

interface Props {
  block: string | undefined;
  id?: string;
  value?: string;
  onChange?: (head: string | undefined) => void;
}

/** Chooses one of the group heads of a block's teams. */
export function HeadPicker({ block, id, value, onChange }: Props) {
  const { t } = useTranslation('households');
  const { data, loading } = useQuery(GROUP_HEADS, block === undefined ? skipToken : { variables: { block } });
  const unit = data?.unit;
  const members = unit && 'teams' in unit ? unit.teams.flatMap((team) => team.members ?? []) : [];
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(head) => onChange?.(head)}
      allowClear
      onClear={() => onChange?.(undefined)}
      loading={loading}
      disabled={block === undefined}
      placeholder={t('pickHead')}
      notFoundContent={t('noHeads')}
      options={members.flatMap(({ id: member, role, person }) =>
        role === 'GROUP_HEAD' && person ? [{ value: member, label: person.name }] : [],
      )}
    />
  );
}
