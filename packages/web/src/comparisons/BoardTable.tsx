import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Board, type BoardProps, type BoardRow, comparisons } from './board.ts';
import { Score } from './Score.tsx';
import { UnitName } from './UnitName.tsx';

interface Props extends Omit<BoardProps, 'town'> {
  board: Board;
  /** What the units are units of. */
  within: string;
}

/** The scoreboard as a table with a column for each comparison; its head lists the units by their places in it. */
export function BoardTable({ board: { units, whole, fewest }, within, choice, choose }: Props) {
  const { t } = useTranslation(['comparisons', 'figures']);
  return (
    <Table<BoardRow>
      className="sheet scoreboard"
      size="small"
      rowKey={({ unit }) => unit ?? ''}
      dataSource={[...units.nodes]}
      pagination={false}
      columns={[
        {
          title: t('figures:unit'),
          key: 'unit',
          render: (_, row) => <UnitName row={row} level={choice.level} />,
        },
        { title: t('households'), key: 'households', align: 'right', width: 80, dataIndex: 'households' },
        ...comparisons.map((comparison) => ({
          key: comparison,
          align: 'right' as const,
          width: 176,
          onHeaderCell: () => ({ 'aria-sort': comparison === choice.by ? ('descending' as const) : ('none' as const) }),
          title: (
            <button
              type="button"
              className={comparison === choice.by ? 'column-sort chosen' : 'column-sort'}
              onClick={() => choose({ by: comparison })}
            >
              {t(`comparisons.${comparison}`)}
              <span className="hint column-says">{t(`says.${comparison}`)}</span>
            </button>
          ),
          render: (_: unknown, row: BoardRow) => (
            <Score row={row} comparison={comparison} name={row.name ?? ''} fewest={fewest} />
          ),
        })),
      ]}
      summary={() => (
        <Table.Summary.Row className="row-total">
          <Table.Summary.Cell index={0}>{within}</Table.Summary.Cell>
          <Table.Summary.Cell index={1} align="right">
            {whole.households}
          </Table.Summary.Cell>
          {comparisons.map((comparison, index) => (
            <Table.Summary.Cell key={comparison} index={index + 2} align="right">
              <Score row={whole} comparison={comparison} name={within} fewest={fewest} whole />
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      )}
    />
  );
}
