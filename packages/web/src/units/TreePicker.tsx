import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import type { TreeNodeKind, UnitKind } from '../generated/graphql.ts';
import { TOWN_TREE } from '../towns/town.ts';
import type { TreeNode } from '../towns/tree.ts';
import { NodePicker } from './NodePicker.tsx';

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
  allowClear?: boolean;
  id?: string;
  'aria-label'?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** Chooses a unit, a block or a team out of the town's tree. */
export function TreePicker({ town, pick, kinds, ...field }: Props) {
  const { data, loading } = useQuery(TOWN_TREE, { variables: { code: town } });
  const fits = useCallback(
    (node: TreeNode) => fitting[pick](node) && (kinds?.includes(node.kind) ?? true),
    [pick, kinds],
  );
  return (
    <NodePicker
      {...field}
      nodes={data?.town?.tree ?? []}
      fits={fits}
      loading={loading}
      expanded={pick === 'overlayBlock'}
    />
  );
}
