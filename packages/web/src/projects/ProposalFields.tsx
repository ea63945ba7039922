import { useQuery } from '@apollo/client/react';
import { Form, Input, TreeSelect } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TOWN_TREE } from '../towns/town.ts';
import { growTree } from '../towns/tree.ts';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { longestBudget } from './project.ts';

interface Props {
  town: { code: string; name: string };
  /** Whether it can be for the whole town. */
  forTown: boolean;
}

/** What a proposal says: its name, what is to be done, where, and what it may cost. */
export function ProposalFields({ town, forTown }: Props) {
  const { t } = useTranslation(['projects', 'ui']);
  return (
    <>
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Written name="goal" label={t('goal')} placeholder={t('goalHint')} />
      <Form.Item
        name="units"
        label={t('places')}
        rules={forTown ? [] : [{ required: true, message: t('ui:choose', { label: t('places') }) }]}
      >
        <UnitsPicker town={town.code} placeholder={forTown ? town.name : t('places')} />
      </Form.Item>
      <Form.Item name="budget" label={t('budgetOptional')}>
        <Input maxLength={longestBudget} placeholder={t('budgetHint')} />
      </Form.Item>
    </>
  );
}

interface Picking {
  town: string;
  placeholder: string;
  id?: string;
  value?: string[];
  onChange?: (units: string[]) => void;
}

/** Chooses several units out of the town's tree. */
function UnitsPicker({ town, ...field }: Picking) {
  const { data, loading } = useQuery(TOWN_TREE, { variables: { code: town } });
  const options = useMemo(() => {
    const shown = (data?.town?.tree ?? []).filter(({ kind, overlay }) => kind !== 'TEAM' && overlay === null);
    const optionsOf = (branches: ReturnType<typeof growTree<(typeof shown)[number]>>): Option[] =>
      branches.map(({ node, children }) => ({ value: node.id, title: node.name, children: optionsOf(children) }));
    return optionsOf(growTree(shown));
  }, [data]);
  return (
    <TreeSelect<string[]>
      {...field}
      multiple
      allowClear
      loading={loading}
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeData={options}
      virtual
      listHeight={280}
    />
  );
}

interface Option {
  value: string;
  title: string;
  children: Option[];
}
