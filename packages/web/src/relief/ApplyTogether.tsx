import { skipToken, useQuery } from '@apollo/client/react';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOwnBlock } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import type { HouseholdsToRelieveQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Required } from '../ui/Required.tsx';
import { useAllPages } from '../ui/useAllPages.ts';
import { TreePicker } from '../units/TreePicker.tsx';
import { type Asked, ReliefFields } from './ReliefFields.tsx';

const HOUSEHOLDS = graphql(`
  query HouseholdsToRelieve($id: ID!, $after: String) {
    unit(id: $id) {
      id
      ... on Block {
        households(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id code } }
      }
    }
  }
`);

const APPLY = graphql(`
  mutation ApplyForReliefTogether($input: ApplyForReliefTogetherInput!) {
    applyForReliefTogether(input: $input) { reliefApplications { id } }
  }
`);

const householdsIn = ({ unit }: HouseholdsToRelieveQuery) =>
  unit && 'households' in unit ? unit.households : undefined;

type Values = Asked & { block: string; households: string[] };

/** Applies for the same for many households of a block. */
export function ApplyTogether({ town, onClose }: { town: Town; onClose: () => void }) {
  const { t } = useTranslation('relief');
  const apply = useChange(APPLY);
  const block = useOwnBlock(town.code);
  return (
    <FormModal<Values>
      title={t('applyTogether')}
      submitLabel={t('apply')}
      initialValues={{ ...(block === undefined ? {} : { block }), on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ block: _, ...values }) => {
        const { applyForReliefTogether } = await apply(values);
        return t('appliedTogether', { n: applyForReliefTogether.reliefApplications.length });
      }}
    >
      <Required chosen name="block" label={t('blockOfThem')} extra={t('blockHint')}>
        <TreePicker town={town.code} pick="block" placeholder={t('blockOfThem')} />
      </Required>
      <HouseholdsOfBlock />
      <ReliefFields town={town.code} />
    </FormModal>
  );
}

/** Chooses among the households of the block that is chosen. */
function HouseholdsOfBlock() {
  const { t } = useTranslation(['relief', 'households', 'ui']);
  const block: string | undefined = Form.useWatch('block');
  const query = useQuery(HOUSEHOLDS, block ? { variables: { id: block, after: null } } : skipToken);
  useAllPages(query, householdsIn);
  const households = (query.data && householdsIn(query.data)?.nodes) ?? [];
  return (
    <Form.Item
      name="households"
      label={t('householdsOfThem')}
      rules={[{ required: true, message: t('ui:choose', { label: t('householdsOfThem') }) }]}
    >
      <Select
        mode="multiple"
        maxTagCount={6}
        notFoundContent={t(block ? 'noneInBlock' : 'blockHint')}
        options={households.map(({ id, code }) => ({ value: id, label: code ?? t('households:noCode') }))}
      />
    </Form.Item>
  );
}
