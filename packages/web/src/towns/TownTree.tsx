import { Button, Empty, Tree, type TreeProps } from 'antd';
import type { BasicDataNode } from 'antd/es/tree';
import { type ComponentRef, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Highlight } from '../ui/Highlight.tsx';
import { useHeight } from '../ui/useHeight.ts';
import { KindTag } from '../units/KindTag.tsx';
import { StatusTag } from '../units/StatusTag.tsx';
import { FormerNames } from './FormerNames.tsx';
import { TreeSearch } from './TreeSearch.tsx';
import type { Town } from './town.ts';
import { type Branch, growTree, pathTo, type TreeNode } from './tree.ts';
import { useTreeSearch } from './useTreeSearch.ts';

interface Props {
  town: Town;
  nodes: readonly TreeNode[];
  selected: string | null;
  onSelect: (id: string | null) => void;
}

/** The tree of a town. Only the rows in view are in the page, so that a thousand units stay fluid. */
export function TownTree({ town, nodes, selected, onSelect }: Props) {
  const { t } = useTranslation(['towns', 'ui']);
  const [open, setOpen] = useState<readonly string[]>([]);
  const search = useTreeSearch(nodes, setOpen);
  const { query, found } = search;
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const branches = useMemo(() => growTree(search.nodes), [search.nodes]);
  const tree = useRef<ComponentRef<typeof Tree>>(null);
  const [box, height] = useHeight<HTMLDivElement>();

  // What is selected from elsewhere (an address, a finding) is opened and brought into view.
  useEffect(() => {
    if (selected === null || height === 0) return;
    setOpen((now) => [...new Set([...now, ...pathTo(byId, selected)])]);
    const frame = requestAnimationFrame(() => tree.current?.scrollTo({ key: selected, align: 'auto' }));
    return () => cancelAnimationFrame(frame);
  }, [selected, byId, height]);

  const props: TreeProps<Branch & BasicDataNode> = {
    treeData: branches,
    expandedKeys: [...open],
    onExpand: (keys) => setOpen(keys.map(String)),
    selectedKeys: selected === null ? [] : [selected],
    onSelect: (keys) => onSelect(keys[0] === undefined ? selected : String(keys[0])),
    titleRender: ({ node }) => <Title node={node} query={query} />,
  };
  return (
    <section className="panel tree-panel">
      <div className="tree-tools">
        <TreeSearch search={search} />
        <Button onClick={() => setOpen(nodes.map(({ id }) => id))}>{t('expandAll')}</Button>
        <Button onClick={() => setOpen([])}>{t('collapseAll')}</Button>
      </div>
      {query !== '' && <FormerNames code={town.code} text={query.slice(0, 60)} />}
      <div className="tree-box" ref={box}>
        {branches.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={found ? t('ui:noMatch') : t('treeEmpty')} />
        ) : (
          height > 0 && (
            <Tree<Branch & BasicDataNode>
              ref={tree}
              {...props}
              aria-label={t('treeLabel', { name: town.name })}
              blockNode
              virtual
              height={height}
              itemHeight={30}
              motion={false}
            />
          )
        )}
      </div>
    </section>
  );
}

function Title({ node, query }: { node: TreeNode; query: string }) {
  const byCode = query !== '' && node.code?.includes(query);
  return (
    <span className="node" data-kind={node.kind}>
      <KindTag kind={node.kind} />
      <span className="node-name">
        <Highlight text={node.name} query={query} />
      </span>
      <StatusTag status={node.status} />
      {byCode && node.code && (
        <span className="code">
          <Highlight text={node.code} query={query} />
        </span>
      )}
    </span>
  );
}
