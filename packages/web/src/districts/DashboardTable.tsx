import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '../figures/words.ts';
import type { Choose } from '../ui/useAddress.ts';
import type { Choice } from './choice.ts';
import { DashboardCell } from './DashboardCell.tsx';
import type { Indicator } from './dashboard.ts';
import { RowName, TotalName } from './RowName.tsx';
import { placesOf, type Row, valueAt } from './rows.ts';

export interface RowsProps {
  rows: readonly Row[];
  total: Row | null;
  indicators: readonly Indicator[];
  choice: Choice;
  /** The row whose series is shown. */
  place: Row | null;
  /** Whether it is of one district, whose series the total shows. */
  isOne: boolean;
  choose: Choose;
}

/** How wide the columns are, in pixels. */
const widths = { place: 52, name: 148, figure: 132 };

/** Towns or districts with their figures: ranked by any of them, each cell opening what stands behind it. */
export function DashboardTable({ rows, total, indicators, choice, place, isOne, choose }: RowsProps) {
  const { t } = useTranslation('districts');
  const { nameOf, definitionOf } = useWords();
  const by = indicators.findIndex(({ code }) => code === choice.sort);
  const places = by < 0 ? null : placesOf(rows, by);
  const largest = indicators.map((_, index) => Math.max(0, ...rows.map((row) => valueAt(row, index) ?? 0)));
  const columns: TableColumnsType<Row> = [
    {
      title: t('dashboard.place'),
      key: 'place',
      width: widths.place,
      align: 'right',
      hidden: places === null,
      render: (_, row) => <span className="count">{places?.get(row.key) ?? ''}</span>,
    },
    {
      title: t('name'),
      key: 'name',
      fixed: 'left',
      width: widths.name,
      render: (_, row) => <RowName row={row} chosen={row.code === place?.code} />,
    },
    ...indicators.map((indicator, index) => ({
      title: <span title={definitionOf(indicator)}>{nameOf(indicator)}</span>,
      key: indicator.code,
      width: widths.figure,
      align: 'right' as const,
      sorter: true,
      sortOrder: index === by ? (choice.ascending ? ('ascend' as const) : ('descend' as const)) : null,
      sortDirections: ['descend' as const, 'ascend' as const],
      render: (_: unknown, row: Row) =>
        row.cells?.[index] && (
          <DashboardCell
            row={row}
            cell={row.cells[index]}
            indicator={indicator}
            choice={choice}
            largest={largest[index] ?? 0}
          />
        ),
    })),
  ];
  return (
    <Table<Row>
      className="sheet dashboard-table"
      size="small"
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: (places ? widths.place : 0) + widths.name + indicators.length * widths.figure }}
      rowClassName={({ cells }) => (cells === null ? 'row-away' : '')}
      showSorterTooltip={false}
      onChange={(_pages, _filters, sorter, { action }) => {
        if (action !== 'sort' || Array.isArray(sorter)) return;
        const { columnKey, order } = sorter;
        choose(
          order ? { sort: String(columnKey), order: order === 'ascend' ? 'asc' : null } : { sort: null, order: null },
        );
      }}
      summary={() =>
        total && (
          <Table.Summary.Row className="row-total">
            {places && <Table.Summary.Cell index={0} />}
            <Table.Summary.Cell index={1}>
              <TotalName isOne={isOne} chosen={place?.of === 'district'} />
            </Table.Summary.Cell>
            {indicators.map((indicator, index) => (
              <Table.Summary.Cell key={indicator.code} index={index + 2} align="right">
                {total.cells?.[index] && (
                  <DashboardCell
                    row={total}
                    cell={total.cells[index]}
                    indicator={indicator}
                    choice={choice}
                    largest={0}
                  />
                )}
              </Table.Summary.Cell>
            ))}
          </Table.Summary.Row>
        )
      }
    />
  );
}
