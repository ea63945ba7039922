import { useQuery } from '@apollo/client/react';
import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { TOWN_TREE } from '../towns/town.ts';
import { growTree } from '../towns/tree.ts';

interface Picking {
  town: string;
  placeholder: string;
  id?: string;
  value?: string[];
  onChange?: (units: string[]) => void;
}

/** Chooses several units out of the town's tree. */
export function UnitsPicker({ town, ...field }: Picking) {
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
