import { useQuery } from '@apollo/client/react';
import { Empty, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathOn } from '../ui/asOf.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { unitPath } from '../units/unit.ts';
import { type Change, called, TOWN_CHANGES } from './restructuring.ts';

/** How a town's tree differs between two days, as a list that can be narrowed to one sort of change. */
export function Changes({ code, from, to }: { code: string; from: string; to: string }) {
  const { t } = useTranslation('restructurings');
  const [only, setOnly] = useState<Change['changes'][number] | 'ALL'>('ALL');
  const { data, error, refetch } = useQuery(TOWN_CHANGES, { variables: { code, from, to } });
  const all = data?.town?.changes;
  if (!all) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={6} />;
  const kinds = [...new Set(all.flatMap(({ changes }) => changes))];
  const shown = all.filter(({ changes }) => only === 'ALL' || changes.includes(only));
  return (
    <Panel
      flush
      title={`${t('differences')} ${shown.length}`}
      extra={
        <Select
          aria-label={t('differences')}
          value={only}
          onChange={setOnly}
          options={[
            { value: 'ALL' as const, label: t('all') },
            ...kinds.map((kind) => ({ value: kind, label: t(`change.${kind}`) })),
          ]}
        />
      }
    >
      <Table
        rowKey={({ unit }) => unit.id}
        dataSource={shown}
        showHeader={false}
        size="small"
        pagination={shown.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        locale={{ emptyText: <Empty description={t('none')} /> }}
        columns={[
          { key: 'day', render: (_, { day }) => <span className="code">{day}</span> },
          {
            key: 'changes',
            render: (_, { changes }) => changes.map((change) => <Tag key={change}>{t(`change.${change}`)}</Tag>),
          },
          {
            key: 'unit',
            render: (_, change) => (
              <>
                <Link to={pathOn(unitPath(change.unit.id), to)}>{change.unit.name}</Link>
                <div className="hint">
                  <ChangeDetails change={change} />
                </div>
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** What is another about a unit, in words: its name, code, kind and place before and after, what it went into or came of. */
export function ChangeDetails({ change: { before, after, predecessors, successors } }: { change: Change }) {
  const { t } = useTranslation(['restructurings', 'units', 'ui']);
  const names = (units: Change['successors']) => units.map(called).join(t('ui:and'));
  const place = (of: Change['after']) =>
    of?.parent ? t('value.under', { parent: called(of.parent) }) : t('value.top');
  if (!before || !after) {
    const kin = [
      ...(successors.length > 0
        ? [t(successors.length > 1 ? 'value.splitInto' : 'value.mergedInto', { names: names(successors) })]
        : []),
      ...(predecessors.length > 0 ? [t('value.cameOf', { names: names(predecessors) })] : []),
    ];
    // Where something stood is of little use beside where it went.
    return (kin.length > 0 && !after ? kin : [...kin, place(after ?? before)]).join(t('ui:also'));
  }
  const pairs = [
    { old: before.name, next: after.name },
    { old: before.code ?? '—', next: after.code ?? '—' },
    { old: t(`units:kind.${before.kind}`), next: t(`units:kind.${after.kind}`) },
    { old: place(before), next: place(after) },
  ].filter(({ old, next }) => old !== next);
  return pairs.map(({ old, next }) => t('value.from', { before: old, after: next })).join(t('ui:also'));
}
