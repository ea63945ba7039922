import { useTranslation } from 'react-i18next';
import { coverageOf } from '../coverage-rates/figure-path.ts';
import { changeBetween, useChangeText } from '../figures/compared.ts';
import { figurePath } from '../figures/path.ts';
import { useWords } from '../figures/words.ts';
import { NumberLink } from '../ui/NumberLink.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import type { KeptFigure, Snapshot } from './snapshot.ts';

interface Props {
  /** The code of the town. */
  town: string;
  snapshot: Snapshot;
  /** Whether they are of units and kinds as well. */
  everywhere: boolean;
}

/** What a closed period keeps, what the records give today, which opens down to them, and by how much that is more. */
export function KeptTable({ town, snapshot, everywhere }: Props) {
  const { t } = useTranslation('figureSnapshots');
  const { nameOf } = useWords();
  const changeText = useChangeText();
  const rows = snapshot.figures.nodes.map((each) => ({
    ...each,
    id: [each.indicator.code, each.unit, each.organizationKind].join(' '),
  }));
  return (
    <Sheet
      stacks
      rows={rows}
      empty={t('nothingChanged')}
      columns={[
        { title: t('indicator'), key: 'indicator', render: (_, row) => nameOf(row.indicator) },
        ...(everywhere ? [{ title: t('place'), dataIndex: 'name', key: 'name' }] : []),
        { title: t('keptNumber'), key: 'kept', align: 'right', render: (_, row) => <Numbers figure={row} /> },
        {
          title: t('today'),
          key: 'today',
          align: 'right',
          render: (_, row) => <Numbers figure={row.today} to={opened(town, row, snapshot.period)} />,
        },
        {
          title: t('change'),
          key: 'change',
          align: 'right',
          render: (_, row) => (row.changed ? changeText(changeBetween(row, row.today), row.indicator).text : t('same')),
        },
      ]}
    />
  );
}

/** Where what the records give today for a kept figure is opened. */
function opened(town: string, { indicator, unit, organizationKind: kind }: KeptFigure, period: Snapshot['period']) {
  if (kind === null) return figurePath(town, { indicator, period, unit });
  return coverageOf(town, { indicator: indicator.code, unit, on: period.last, basis: 'AS_RECORDED', kind });
}

interface NumbersProps {
  figure: Pick<KeptFigure, 'numerator' | 'denominator' | 'rounded'>;
  to?: string | null;
}

/** A number, of a rate with what it is of below: both beside each other are too wide for a telephone. */
function Numbers({ figure, to = null }: NumbersProps) {
  const { numberOf } = useWords();
  const { numerator, denominator, rounded } = figure;
  const number = denominator === null ? numberOf(numerator) : (rounded ?? '—');
  const shown = to === null || (denominator ?? numerator) === 0 ? number : <NumberLink to={to}>{number}</NumberLink>;
  if (denominator === null) return shown;
  return (
    <>
      {shown}
      <div className="hint">
        {numberOf(numerator)} / {numberOf(denominator)}
      </div>
    </>
  );
}
