import { App, Button, Tree } from 'antd';
import type { BasicDataNode } from 'antd/es/tree';
import { type ComponentRef, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitChange } from '../generated/graphql.ts';
import { TreeSearch } from '../towns/TreeSearch.tsx';
import { type Branch, growTree, type PlacedNode, pathTo, type TreeNode } from '../towns/tree.ts';
import { useTreeSearch } from '../towns/useTreeSearch.ts';
import { Highlight } from '../ui/Highlight.tsx';
import { useHeight } from '../ui/useHeight.ts';
import { KindTag } from '../units/KindTag.tsx';
import { StatusTag } from '../units/StatusTag.tsx';
import { ChangeMark } from './Beside.tsx';
import { type AllowedParents, draggedWith, mayStandUnder, townKey, townNode } from './placing.ts';
import { useTreeDrag } from './useTreeDrag.ts';

interface Props {
  town: { name: string; allowedParents: AllowedParents };
  nodes: readonly TreeNode[];
  /** What the draft changes of each unit, to be marked. */
  changes: ReadonlyMap<string, readonly UnitChange[]>;
  chosen: readonly string[];
  busy: boolean;
  onChoose: (ids: readonly string[]) => void;
  onMove: (units: readonly string[], under: string) => void;
  /** A key that does something with what is chosen: Insert, F2 or Delete. */
  onKey: (key: string) => void;
}

type Row = Branch<PlacedNode> & BasicDataNode;

/** The tree that a draft makes. Units are chosen, dragged under others, or cut and put there with the keyboard. */
export function DraftTree({ town, nodes, changes, chosen, busy, onChoose, onMove, onKey }: Props) {
  const { t } = useTranslation(['restructurings', 'towns', 'ui']);
  const { message } = App.useApp();
  const { name } = town;
  const [open, setOpen] = useState<readonly string[]>([townKey]);
  const search = useTreeSearch(nodes, (found) => setOpen([townKey, ...found]));
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const rows = useMemo(() => {
    const town = { key: townKey, node: townNode(name), children: growTree<PlacedNode>(search.nodes) };
    return [rowOf(town)];
  }, [name, search.nodes]);
  const [cut, setCut] = useState<readonly string[]>([]);
  const [active, setActive] = useState<string | null>(null);
  const tree = useRef<ComponentRef<typeof Tree>>(null);
  const [box, height] = useHeight<HTMLDivElement>();
  const mayDrop = (units: readonly string[], under: string) =>
    !busy && mayStandUnder(byId, town.allowedParents, units, under);

  function move(units: readonly string[], under: string) {
    setOpen((now) => [...new Set([...now, under, ...pathTo(byId, under)])]);
    onMove(units, under);
  }
  /** What goes along when a node is taken up: neither the town nor a team can be. */
  function taken(id: string): string[] {
    const kind = byId.get(id)?.kind;
    return kind === undefined || kind === 'TEAM' ? [] : draggedWith(byId, chosen, id);
  }
  const drag = useTreeDrag({
    taken: (id) => (busy ? [] : taken(id)),
    mayDrop,
    onDrop: move,
    onLinger: (id) => setOpen((now) => (now.includes(id) ? now : [...now, id])),
  });

  const namesOf = (ids: readonly string[]) => ids.map((id) => byId.get(id)?.name).join(t('ui:and'));

  function onKeyDown(event: KeyboardEvent) {
    const under = active;
    const letter = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
    if (letter === 'x') setCut(taken(chosen[0] ?? under ?? townKey));
    else if (letter === 'v' && under !== null && cut.length > 0) {
      if (mayStandUnder(byId, town.allowedParents, cut, under)) {
        move(cut, under);
        setCut([]);
      } else {
        const place = byId.get(under)?.name ?? name;
        void message.warning(t('draft.mayNotStand', { names: namesOf(cut), place }));
      }
    } else if (event.key === 'Escape') setCut([]);
    else if (['Insert', 'F2', 'Delete'].includes(event.key)) {
      if (chosen.length === 0 && under !== null && under !== townKey) onChoose([under]);
      onKey(event.key);
    } else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="tree-tools">
        <TreeSearch search={search} />
        <Button onClick={() => setOpen([townKey, ...nodes.map(({ id }) => id)])}>{t('towns:expandAll')}</Button>
        <Button onClick={() => setOpen([townKey])}>{t('towns:collapseAll')}</Button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the tree inside is what one works with; this hears its events. */}
      <div ref={box} className="tree-box draft-tree" aria-busy={busy} onKeyDown={onKeyDown} {...drag}>
        {height > 0 && (
          <Tree<Row>
            ref={tree}
            treeData={rows}
            aria-label={t('draft.tree')}
            blockNode
            checkable
            checkStrictly
            multiple
            virtual
            motion={false}
            height={height}
            itemHeight={30}
            expandedKeys={[...open]}
            onExpand={(keys) => setOpen(keys.map(String))}
            activeKey={active}
            onActiveChange={(key) => setActive(key === null ? null : String(key))}
            checkedKeys={[...chosen]}
            onCheck={(keys) => onChoose((Array.isArray(keys) ? keys : keys.checked).map(String))}
            selectedKeys={[...chosen]}
            onSelect={(_, { node, nativeEvent }) => {
              setActive(node.key);
              const adds = nativeEvent.ctrlKey || nativeEvent.metaKey;
              if (node.checkable === false) onChoose([]);
              else if (!adds) onChoose([node.key]);
              else onChoose(chosen.includes(node.key) ? chosen.filter((id) => id !== node.key) : [...chosen, node.key]);
            }}
            titleRender={({ key, node }) => (
              <span
                className={cut.includes(key) ? 'node cut' : 'node'}
                data-node={key}
                data-kind={node.kind}
                draggable={key !== townKey && node.kind !== 'TEAM'}
              >
                <KindTag kind={node.kind} />
                <span className="node-name">
                  <Highlight text={node.name} query={search.query} />
                </span>
                {key !== townKey && <StatusTag status={node.status} />}
                {changes.get(key)?.map((change) => (
                  <ChangeMark key={change} change={change} />
                ))}
              </span>
            )}
          />
        )}
        {cut.length > 0 && (
          <p className="hint cut-hint" role="status">
            {t('draft.cut', { names: namesOf(cut) })}
          </p>
        )}
      </div>
    </>
  );
}

function rowOf(branch: Branch<PlacedNode>): Row {
  const children = branch.children.map(rowOf);
  return { ...branch, children, checkable: branch.node.kind !== 'TEAM' && branch.node.kind !== 'TOWN' };
}
