import { Grid, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWords } from '../figures/words.ts';
import { type Choose, useLinkWith } from '../ui/useAddress.ts';
import type { Choice } from './choice.ts';
import { DashboardCell } from './DashboardCell.tsx';
import type { Indicator } from './dashboard.ts';
import { placesOf, type Row, valueAt } from './rows.ts';

interface Props {
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

/** Towns or districts with their figures: ranked by any of them, each cell opening what stands behind it. */
export function DashboardTable({ rows, total, indicators, choice, place, isOne, choose }: Props) {
  const { t } = useTranslation(['districts', 'ui']);
  const { nameOf, definitionOf } = useWords();
  const linkWith = useLinkWith();
  const { sm: roomy = true } = Grid.useBreakpoint();
  const by = indicators.findIndex(({ code }) => code === choice.sort);
  // On a narrow screen what the rows are ranked by stands beside their names.
  const shown = indicators
    .map((indicator, index) => ({ indicator, index }))
    .sort((a, b) => (roomy ? 0 : Number(b.index === by) - Number(a.index === by)));
  const places = by < 0 ? null : placesOf(rows, by);
  const largest = indicators.map((_, index) => Math.max(0, ...rows.map((row) => valueAt(row, index) ?? 0)));
  const columns: TableColumnsType<Row> = [
    {
      title: t('dashboard.place'),
      key: 'place',
      width: 52,
      align: 'right',
      hidden: places === null,
      render: (_, row) => <span className="count">{places?.get(row.key) ?? ''}</span>,
    },
    {
      title: t('name'),
      key: 'name',
      fixed: 'left',
      width: roomy ? 148 : 104,
      render: (_, row) => <RowName row={row} chosen={row.code === place?.code} />,
    },
    ...shown.map(({ indicator, index }) => ({
      title: <span title={definitionOf(indicator)}>{nameOf(indicator)}</span>,
      key: indicator.code,
      width: roomy ? 132 : 116,
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
      scroll={{ x: 'max-content' }}
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
              {isOne ? (
                <Link
                  to={linkWith({ town: null })}
                  replace
                  aria-current={place?.of === 'district' ? 'true' : undefined}
                >
                  {t('ui:total')}
                </Link>
              ) : (
                t('ui:total')
              )}
            </Table.Summary.Cell>
            {shown.map(({ indicator, index }, at) => (
              <Table.Summary.Cell key={indicator.code} index={at + 2} align="right">
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

/** The name of a row: a district opens its own dashboard, a town shows its series. */
function RowName({ row: { code, name, of, cells, towns }, chosen }: { row: Row; chosen: boolean }) {
  const { t } = useTranslation('districts');
  const linkWith = useLinkWith();
  if (of === 'district') {
    return (
      <>
        <Link to={{ pathname: `/districts/${code}`, ...linkWith({ rows: null, town: null }) }}>{name}</Link>
        {towns && towns.missing.length > 0 && (
          <div className="hint">
            {t('activeOf', { active: towns.counted, towns: towns.counted + towns.missing.length })}
          </div>
        )}
      </>
    );
  }
  if (cells === null) {
    return (
      <>
        {name} <span className="hint">{t('dashboard.away')}</span>
      </>
    );
  }
  return (
    <Link to={linkWith({ town: code })} replace aria-current={chosen ? 'true' : undefined}>
      {name}
    </Link>
  );
}
