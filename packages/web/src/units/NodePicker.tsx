import { TreeSelect } from 'antd';
import { useMemo, useState } from 'react';
import { type Branch, growTree, type PlacedNode } from '../towns/tree.ts';
import { KindTag } from './KindTag.tsx';

interface Props<Node extends PlacedNode> {
  nodes: readonly Node[];
  /** Which of them can be chosen; those above them are shown, so that they can be found. */
  fits: (node: Node) => boolean;
  placeholder: string;
  loading?: boolean;
  allowClear?: boolean;
  /** Whether all of it is open at first. */
  expanded?: boolean;
  id?: string;
  'aria-label'?: string;
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

function optionsOf<Node extends PlacedNode>(
  branches: readonly Branch<Node>[],
  fits: (node: Node) => boolean,
): Option[] {
  return branches.flatMap(({ node, children }) => {
    const below = optionsOf(children, fits);
    const selectable = fits(node);
    if (!selectable && below.length === 0) return [];
    const label = (
      <span key={node.id} className="node">
        <KindTag kind={node.kind} /> {node.name}
      </span>
    );
    return [{ value: node.id, label, name: node.name, selectable, children: below }];
  });
}

/** Chooses a node out of a tree. */
export function NodePicker<Node extends PlacedNode>({ nodes, fits, expanded = false, ...field }: Props<Node>) {
  const options = useMemo(() => optionsOf(growTree(nodes), fits), [nodes, fits]);
  const [open, setOpen] = useState<readonly string[] | null>(null);
  // The tree comes after the field: what opens it has to be told once it is there.
  const opening = expanded
    ? {
        treeExpandedKeys: [...(open ?? nodes.map(({ id }) => id))],
        onTreeExpand: (keys: React.Key[]) => setOpen(keys.map(String)),
      }
    : {};
  return (
    <TreeSelect
      {...field}
      {...opening}
      showSearch={{ treeNodeFilterProp: 'name' }}
      treeData={options}
      virtual
      listHeight={280}
    />
  );
}
