import { useQuery } from '@apollo/client/react';
import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import type { TreeNodeKind, UnitKind } from '../generated/graphql.ts';
import { TOWN_TREE } from '../towns/town.ts';
import { type Branch, growTree, type TreeNode } from '../towns/tree.ts';
import { KindTag } from './KindTag.tsx';

/** What can be chosen. A block is a geographic one. */
const fitting = {
  unit: ({ kind }: TreeNode) => kind !== 'TEAM',
  team: ({ kind }: TreeNode) => kind === 'TEAM',
  block: ({ kind, overlay }: TreeNode) => kind === 'BLOCK' && overlay === null,
  overlayBlock: ({ overlay }: TreeNode) => overlay !== null,
};

interface Props {
  town: string;
  pick: keyof typeof fitting;
  /** For a unit: only of these kinds. */
  kinds?: readonly (UnitKind | TreeNodeKind)[];
  placeholder: string;
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

interface Option {
  value: string;
  label: React.ReactNode;
  name: string;
  selectable: boolean;
  children: Option[];
}

function optionsOf(branches: readonly Branch[], fitsIn: (node: TreeNode) => boolean): Option[] {
  return branches.flatMap(({ node, children }) => {
    const below = optionsOf(children, fitsIn);
    const fits = fitsIn(node);
    if (!fits && below.length === 0) return [];
    const label = (
      <span key={node.id} className="node">
        <KindTag kind={node.kind} /> {node.name}
      </span>
    );
    return [{ value: node.id, label, name: node.name, selectable: fits, children: below }];
  });
}

/** Chooses a unit, a block or a team out of the town's tree. */
export function TreePicker({ town, pick, kinds, placeholder, ...field }: Props) {
  const { data, loading } = useQuery(TOWN_TREE, { variables: { code: town } });
  const tree = data?.town?.tree;
  const options = useMemo(() => {
    const fits = (node: TreeNode) => fitting[pick](node) && (kinds?.includes(node.kind) ?? true);
    return optionsOf(growTree(tree ?? []), fits);
  }, [tree, pick, kinds]);
  return (
    <TreeSelect
      {...field}
      loading={loading}
      placeholder={placeholder}
      showSearch={{ treeNodeFilterProp: 'name' }}
      treeData={options}
      virtual
      listHeight={280}
    />
  );
}
