import { Empty, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { Highlight } from '../ui/Highlight.tsx';
import { addCounts, type Counted, counted, type DistrictRow, facts, type TownRow } from './figures.ts';
import { TownActions } from './TownActions.tsx';

type Row = DistrictRow | TownRow;

interface Props {
  /** Whether households and contacts are counted. */
  counts: boolean;
  rows: DistrictRow[];
  query: string;
  expanded: readonly string[];
  onExpand: (keys: readonly string[]) => void;
}

/** Districts that open to their towns, with figures that add up. */
export function TownsTable({ counts, rows, query, expanded, onExpand }: Props) {
  const { t } = useTranslation(['districts', 'units', 'towns', 'ui']);
  const total = addCounts(rows);
  const shown = counted.filter((kind) => counts || !facts.includes(kind));
  const titleOf = (kind: Counted) =>
    kind === 'HOUSEHOLD' ? t('households') : kind === 'CONTACT' ? t('contacts') : t(`units:kinds.${kind}`);
  const columns: TableColumnsType<Row> = [
    {
      title: t('name'),
      key: 'name',
      fixed: 'left',
      width: 180,
      sorter: (a, b) => a.name.localeCompare(b.name, 'zh-Hans-CN-u-co-pinyin'),
      render: (_, row) => {
        const name = <Highlight text={row.name} query={query} />;
        return 'town' in row && row.town.status === 'ACTIVE' && can(row.town, 'UNIT_READ') ? (
          <Link to={`/towns/${row.code}`}>{name}</Link>
        ) : 'town' in row ? (
          name
        ) : (
          <strong>{name}</strong>
        );
      },
    },
    {
      title: t('towns:code'),
      key: 'code',
      width: 112,
      responsive: ['md'],
      sorter: (a, b) => a.code.localeCompare(b.code),
      render: (_, row) => <span className="code">{row.code}</span>,
    },
    {
      title: t('status'),
      key: 'status',
      width: 140,
      responsive: ['sm'],
      render: (_, row) =>
        'town' in row ? (
          <Tag variant="outlined" {...(row.town.status === 'ACTIVE' ? { color: 'green' } : {})}>
            {t(`towns:status.${row.town.status}`)}
          </Tag>
        ) : (
          <span className="hint">{t('activeOf', { active: row.active, towns: row.children.length })}</span>
        ),
    },
    ...shown.map((kind) => ({
      title: titleOf(kind),
      key: kind,
      width: 96,
      align: 'right' as const,
      sorter: (a: Row, b: Row) => a.counts[kind] - b.counts[kind],
      render: (_: unknown, row: Row) => <Count value={row.counts[kind]} />,
    })),
    {
      title: '',
      key: 'actions',
      width: 96,
      align: 'right',
      render: (_, row) => 'town' in row && <TownActions town={row.town} />,
    },
  ];
  return (
    <Table<Row>
      className="sheet"
      size="small"
      columns={columns}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
      sticky={{ offsetHeader: 48 }}
      rowClassName={(row) => ('town' in row ? '' : 'row-group')}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} /> }}
      expandable={{ expandedRowKeys: [...expanded], onExpandedRowsChange: (keys) => onExpand(keys.map(String)) }}
      summary={() =>
        rows.length > 0 && (
          <Table.Summary fixed>
            <Table.Summary.Row className="row-total">
              {columns.map((column, index) => {
                const kind = shown.find((known) => known === column.key);
                const hidden = 'responsive' in column && column.responsive !== undefined;
                return (
                  <Table.Summary.Cell
                    key={String(column.key)}
                    index={index}
                    align={kind ? 'right' : 'left'}
                    className={hidden ? `from-${column.responsive?.[0]}` : ''}
                  >
                    {kind ? <Count value={total[kind]} /> : column.key === 'name' && t('ui:total')}
                  </Table.Summary.Cell>
                );
              })}
            </Table.Summary.Row>
          </Table.Summary>
        )
      }
    />
  );
}

function Count({ value }: { value: number }) {
  return <span className={value === 0 ? 'count zero' : 'count'}>{value.toLocaleString('en-US')}</span>;
}
