import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../ui/failure.ts';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { saveTable, type TableFormat, tableFormats } from '../ui/tableFile.ts';
import type { Choose } from '../ui/useAddress.ts';
import type { Counts, Step, Usage, UsageStep } from './usage.ts';

interface Props {
  /** The application’s. */
  name: string;
  usage: Usage;
  by: UsageStep;
  steps: readonly Step[];
  choose: Choose;
}

interface Row {
  id: string;
  label: string;
  /** The town that the row is of. */
  town: string | null;
  counts: Counts;
}

const columns = ['operations', 'errors', 'overBudget', 'overLimit', 'used', 'asked'] as const;

/** Usage in numbers, by time or by town, to look at and to save. */
export function UsageTable({ name, usage, by, steps, choose }: Props) {
  const { t, i18n } = useTranslation(['usage', 'ui']);
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [grouped, setGrouped] = useState<'step' | 'town'>('step');
  const number = new Intl.NumberFormat(i18n.language);
  const head = grouped === 'step' ? t(`begins.${by}`) : t('town');
  const rows: Row[] =
    grouped === 'step'
      ? steps
          .filter(({ counts }) => counts.operations > 0)
          .toReversed()
          .map(({ begins, name: label, counts }) => ({ id: begins, label, town: null, counts }))
      : usage.towns.map(({ town, counts }) => ({
          ...{ id: town?.code ?? '', label: town?.name ?? t('noTown'), town: town?.code ?? null, counts },
        }));

  async function save(format: TableFormat) {
    const table = [
      [head, ...columns.map((each) => t(`counts.${each}`))],
      ...rows.map(({ label, counts }) => [label, ...columns.map((each) => counts[each])]),
    ];
    const { first, last } = usage.period;
    try {
      await saveTable(t('file', { name, period: `${first}–${last}` }), table, format);
    } catch (error) {
      void message.error(textOf(error));
    }
  }

  return (
    <Panel
      flush
      title={t('table')}
      extra={
        <>
          <Segmented<'step' | 'town'>
            size="small"
            aria-label={t('by')}
            value={grouped}
            options={(['step', 'town'] as const).map((value) => ({ value, label: t(`bys.${value}`) }))}
            onChange={setGrouped}
          />
          {tableFormats.map((format) => (
            <Button key={format} size="small" onClick={() => void save(format)}>
              {t('save', { format })}
            </Button>
          ))}
        </>
      }
    >
      <Sheet<Row>
        rows={rows}
        empty={t('none')}
        stacks
        columns={[
          {
            title: head,
            key: 'label',
            render: (_, { label, town }) =>
              town === null ? (
                label
              ) : (
                <Button type="link" size="small" className="usage-town" onClick={() => choose({ town })}>
                  {label}
                </Button>
              ),
          },
          ...columns.map((each) => ({
            title: t(`counts.${each}`),
            key: each,
            align: 'end' as const,
            render: (_: unknown, { counts }: Row) => number.format(counts[each]),
          })),
        ]}
      />
    </Panel>
  );
}
