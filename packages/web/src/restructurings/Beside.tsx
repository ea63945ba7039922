import { useQuery } from '@apollo/client/react';
import { Checkbox, Tree } from 'antd';
import type { BasicDataNode } from 'antd/es/tree';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../generated/index.ts';
import { type Branch, growTree, type TreeNode } from '../towns/tree.ts';
import { pathOn } from '../ui/asOf.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { KindTag } from '../units/KindTag.tsx';
import { unitPath } from '../units/unit.ts';
import { changedOf, changedPaths, type Mark, type Marks, marksOf } from './marks.ts';
import { TOWN_CHANGES } from './restructuring.ts';

const TREE_ON = graphql(`
  query TreeOn($code: RegisterCode!, $day: Date!) {
    town(code: $code) {
      id
      tree(asOf: $day) { id parent depth kind name code status overlay }
    }
  }
`);

/** A town's tree on two days side by side, with what differs marked; both are opened and closed together. */
export function Beside({ code, from, to }: { code: string; from: string; to: string }) {
  const { t } = useTranslation('restructurings');
  const before = useQuery(TREE_ON, { variables: { code, day: from } });
  const after = useQuery(TREE_ON, { variables: { code, day: to } });
  const changes = useQuery(TOWN_CHANGES, { variables: { code, from, to } });
  const [onlyChanged, setOnlyChanged] = useState(true);
  const [open, setOpen] = useState<readonly string[] | null>(null);
  const left = before.data?.town?.tree;
  const right = after.data?.town?.tree;
  const all = changes.data?.town?.changes;
  const marks = useMemo(() => marksOf(all ?? [], left ?? [], right ?? []), [all, left, right]);
  const failed = [before, after, changes].find(({ error, data }) => error && !data);
  if (failed) return <Failed error={failed.error} retry={() => void failed.refetch()} />;
  if (!left || !right || !all) return <Loading rows={10} />;
  const opened = open ?? [...new Set([...changedPaths(left, marks), ...changedPaths(right, marks)])];
  const columns = [
    { day: from, nodes: left },
    { day: to, nodes: right },
  ];
  return (
    <Panel
      flush
      title={t('beside')}
      extra={
        <Checkbox checked={onlyChanged} onChange={({ target }) => setOnlyChanged(target.checked)}>
          {t('onlyChanged')}
        </Checkbox>
      }
    >
      <div className="beside">
        {columns.map(({ day, nodes }) => (
          <section key={day} aria-label={day}>
            <h3 className="code">{day}</h3>
            <DayTree
              day={day}
              nodes={onlyChanged ? changedOf(nodes, marks) : nodes}
              marks={marks}
              open={opened}
              onOpen={setOpen}
            />
          </section>
        ))}
      </div>
    </Panel>
  );
}

interface DayTreeProps {
  day: string;
  nodes: readonly TreeNode[];
  marks: Marks;
  open: readonly string[];
  onOpen: (keys: readonly string[]) => void;
}

function DayTree({ day, nodes, marks, open, onOpen }: DayTreeProps) {
  const { t } = useTranslation('restructurings');
  const branches = useMemo(() => growTree(nodes), [nodes]);
  if (nodes.length === 0) return <p className="hint padded">{t('none')}</p>;
  return (
    <Tree<Branch & BasicDataNode>
      treeData={branches}
      aria-label={day}
      selectable={false}
      blockNode
      virtual
      motion={false}
      height={520}
      itemHeight={30}
      expandedKeys={[...open]}
      onExpand={(keys) => onOpen(keys.map(String))}
      titleRender={({ node }) => (
        <span className="node" data-kind={node.kind}>
          <KindTag kind={node.kind} />
          {node.kind === 'TEAM' ? node.name : <Link to={pathOn(unitPath(node.id), day)}>{node.name}</Link>}
          {marks.get(node.id)?.map((mark) => (
            <ChangeMark key={mark} change={mark} />
          ))}
        </span>
      )}
    />
  );
}

/** What a change did to a unit or a team, as a coloured word. */
export function ChangeMark({ change }: { change: Mark }) {
  const { t } = useTranslation('restructurings');
  return <span className={`change change-${change.toLowerCase().replace('_', '-')}`}>{t(`change.${change}`)}</span>;
}
