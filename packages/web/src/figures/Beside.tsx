import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathOn } from '../ui/asOf.tsx';
import { Panel } from '../ui/Panel.tsx';
import { unitPath } from '../units/unit.ts';
import { dayOfUnits } from './choice.ts';
import { type ComparedRow, comparedRows, isRest } from './compare.ts';
import { useChangeText } from './compared.ts';
import { bases, type FiguresOnBases } from './figure.ts';
import { useWords } from './words.ts';

/** By how much a basis gives a unit more than the records do, where it does. */
function Against({ before, now }: { before: number; now: number }) {
  const changeText = useChangeText();
  if (before === now) return null;
  const { direction, text } = changeText(now - before, { isRate: false, perHundred: false });
  return <div className={`cell-change ${direction}`}>{text}</div>;
}

/** What the units directly under the town add to its figure on each basis, with the totals below. */
export function Beside({ figures }: { figures: FiguresOnBases }) {
  const { t } = useTranslation(['figures', 'ui']);
  const { numberOf } = useWords();
  const rows = comparedRows(figures);
  return (
    <Panel title={t('beside')} extra={<span className="hint">{t('besideHint')}</span>} flush>
      <Table<ComparedRow>
        className="sheet"
        size="small"
        rowKey="key"
        dataSource={rows}
        pagination={false}
        columns={[
          {
            title: t('unit'),
            key: 'unit',
            render: (_, row) => {
              if (row.unit === null) return t(isRest(row) ? 'rest' : 'noUnit');
              return <Link to={pathOn(unitPath(row.unit), dayOfUnits(row.asOf, row.basis))}>{row.name}</Link>;
            },
          },
          ...bases.map((basis) => ({
            title: t(`basis.${basis}`),
            key: basis,
            align: 'right' as const,
            render: (_: unknown, { counts }: ComparedRow) => (
              <>
                <span className={counts[basis] === 0 ? 'count zero' : 'count'}>{numberOf(counts[basis])}</span>
                {basis !== 'AS_RECORDED' && <Against before={counts.AS_RECORDED} now={counts[basis]} />}
              </>
            ),
          })),
        ]}
        summary={() => (
          <Table.Summary.Row className="row-total">
            <Table.Summary.Cell index={0}>{t('ui:total')}</Table.Summary.Cell>
            {bases.map((basis, index) => (
              <Table.Summary.Cell key={basis} index={index + 1} align="right">
                <span className="count">{numberOf(figures[basis].numerator)}</span>
              </Table.Summary.Cell>
            ))}
          </Table.Summary.Row>
        )}
      />
    </Panel>
  );
}
