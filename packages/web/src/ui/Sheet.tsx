import { Grid, Table, type TableProps } from 'antd';

interface Props<Row extends object> {
  rows: readonly Row[];
  columns: NonNullable<TableProps<Row>['columns']>;
  rowKey?: string | ((row: Row) => string);
  /** What to say in place of the table when there are no rows. */
  empty: string;
  /** Whether on a telephone each row is a card: its first cell above the others, each of these under the head of its column. */
  stacks?: boolean;
}

/** A plain, dense table; wider than the screen, it scrolls by itself, unless it stacks. */
export function Sheet<Row extends object>({ rows, columns, rowKey = 'id', empty, stacks = false }: Props<Row>) {
  const { sm: roomy = true } = Grid.useBreakpoint();
  const asCards = stacks && !roomy;
  if (rows.length === 0) return <p className="hint padded">{empty}</p>;
  return (
    <Table<Row>
      className={asCards ? 'sheet stacks' : 'sheet'}
      size="small"
      rowKey={rowKey}
      columns={asCards ? columns.map(underItsHead) : columns}
      dataSource={[...rows]}
      pagination={false}
      {...(asCards ? {} : { scroll: { x: 'max-content' } })}
    />
  );
}

/** A column whose cells say what it is called, for where there are no heads above them. */
function underItsHead<Column extends { title?: unknown }>(column: Column): Column {
  const cell = { className: 'stacked', 'data-head': typeof column.title === 'string' ? column.title : '' };
  return { ...column, align: 'start', onCell: () => cell };
}
