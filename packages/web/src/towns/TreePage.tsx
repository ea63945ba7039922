import { useQuery } from '@apollo/client/react';
import { Drawer, Grid, Result, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { useAsOf } from '../ui/asOf.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { Findings } from './Findings.tsx';
import { Selected } from './Selected.tsx';
import { TownTree } from './TownTree.tsx';
import { TOWN_TREE, useTown } from './town.ts';

/** A town's tree, with what is selected in it and what is incomplete beside it. The selection is in the address. */
export function Component() {
  const { t } = useTranslation('towns');
  const town = useTown();
  const asOf = useAsOf();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [params, setParams] = useSearchParams();
  const [side, setSide] = useState<'tree' | 'findings'>('tree');
  const [sheet, setSheet] = useState(false);
  const seesUnits = can(town, 'UNIT_READ');
  const { data, previousData, error, refetch } = useQuery(TOWN_TREE, {
    variables: { code: town.code, asOf },
    skip: !seesUnits,
  });
  // The tree of the day before is shown until the one of another day has come, and what was searched in it stays.
  const nodes = (data ?? previousData)?.town?.tree;
  const byId = useMemo(() => new Map(nodes?.map((each) => [each.id, each])), [nodes]);
  const node = byId.get(params.get('at') ?? '') ?? null;
  const parentOf = (id: string) => byId.get(byId.get(id)?.parent ?? '')?.name ?? null;

  function select(id: string | null) {
    setParams({ ...(asOf === null ? {} : { asOf }), ...(id === null ? {} : { at: id }) }, { replace: true });
    setSide('tree');
    setSheet(true);
  }

  if (!nodes) {
    if (!seesUnits) return <Result status="info" title={t('treeHidden')} />;
    return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={12} />;
  }
  // A village's officer sees what is incomplete in the village, and so has the permission, but not for the town.
  const findings = town.viewerCanSomewhere.includes('FINDING_READ');
  const below = nodes.filter(({ parent }) => parent === (node?.id ?? null));
  const selected = <Selected town={town} node={node} below={below} onSelect={select} />;
  const tree = <TownTree town={town} nodes={nodes} selected={node?.id ?? null} onSelect={select} />;
  if (wide) {
    return (
      <div className="tree-page">
        {tree}
        <aside className="tree-side">
          {selected}
          {findings && <Findings code={town.code} parentOf={parentOf} onSelect={select} />}
        </aside>
      </div>
    );
  }
  return (
    <div className="tree-page">
      {findings && (
        <Segmented
          block
          value={side}
          onChange={setSide}
          options={[
            { value: 'tree', label: t('nav.tree') },
            { value: 'findings', label: t('findings.title') },
          ]}
        />
      )}
      {side === 'findings' ? <Findings code={town.code} parentOf={parentOf} onSelect={select} /> : tree}
      <Drawer
        open={sheet}
        onClose={() => setSheet(false)}
        placement="bottom"
        size="72%"
        title={t('summary')}
        styles={{ body: { padding: 0 } }}
      >
        {selected}
      </Drawer>
    </div>
  );
}
