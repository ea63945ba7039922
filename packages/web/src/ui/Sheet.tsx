import { Table, type TableProps } from 'antd';

interface Props<Row extends object> {
  rows: readonly Row[];
  columns: NonNullable<TableProps<Row>['columns']>;
  rowKey?: string;
  /** What to say in place of the table when there are no rows. */
  empty: string;
}

/** A plain, dense table; wider than the screen, it scrolls by itself. */
export function Sheet<Row extends object>({ rows, columns, rowKey = 'id', empty }: Props<Row>) {
  if (rows.length === 0) return <p className="hint padded">{empty}</p>;
  return (
    <Table<Row>
      className="sheet"
      size="small"
      rowKey={rowKey}
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}
