import { useTranslation } from 'react-i18next';
import { useViewer } from '../accounts/viewer.ts';
import { useWords } from '../figures/words.ts';
import { dayInShanghai } from '../ui/day.ts';
import { Report } from '../ui/Report.tsx';
import type { Choice, Comparison } from './choice.ts';
import type { Indicator } from './dashboard.ts';
import { type Cell, placesOf, type Row } from './rows.ts';
import { useWritten } from './written.ts';

interface Props {
  name: string;
  rows: readonly Row[];
  total: Row | null;
  indicators: readonly Indicator[];
  choice: Choice;
  pictures: readonly { title: string; src: string }[];
  onPrinted: () => void;
}

/** A dashboard on paper: the table, its pictures, what is left out, and what the figures mean. */
export function DashboardReport({ name, rows, total, indicators, choice, pictures, onPrinted }: Props) {
  const { t } = useTranslation(['districts', 'ui']);
  const { nameOf } = useWords();
  const { account } = useViewer();
  const { period, before } = choice;
  const printed = { indicators, comparison: choice.comparison };
  const by = indicators.findIndex(({ code }) => code === choice.sort);
  const places = by < 0 ? null : placesOf(rows, by);
  const missing = total?.towns?.missing ?? [];
  const time = t('ui:period', { from: period.first, to: period.last });
  const against = before && t('dashboard.against', { period: t('ui:period', { from: before.first, to: before.last }) });
  const lead = [
    [time, against].filter(Boolean).join(' · '),
    t('dashboard.printed', { day: dayInShanghai(), by: account.displayName }),
    ...(period.last > dayInShanghai() ? [t('dashboard.ahead')] : []),
    ...(missing.length > 0 ? [t('dashboard.missing', { n: missing.length, names: missing.join(t('ui:and')) })] : []),
  ];
  return (
    <Report
      title={t('dashboard.title', { name })}
      lead={lead}
      pictures={pictures}
      onPrinted={onPrinted}
      notes={<Notes indicators={indicators} />}
    >
      <table>
        <thead>
          <tr>
            {places && <th>{t('dashboard.place')}</th>}
            <th className="name">{t('name')}</th>
            {indicators.map((indicator) => (
              <th key={indicator.code}>{nameOf(indicator)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {places && <td>{places.get(row.key) ?? ''}</td>}
              <td className="name">{row.name}</td>
              {row.cells ? (
                <PrintedCells cells={row.cells} {...printed} />
              ) : (
                <td colSpan={indicators.length} className="name">
                  {t('dashboard.away')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {total?.cells && (
          <tfoot>
            <tr>
              {places && <td />}
              <td className="name">{t('ui:total')}</td>
              <PrintedCells cells={total.cells} {...printed} />
            </tr>
          </tfoot>
        )}
      </table>
    </Report>
  );
}

/** What the figures mean. */
function Notes({ indicators }: { indicators: readonly Indicator[] }) {
  const { t } = useTranslation(['districts', 'figures']);
  const { nameOf, definitionOf } = useWords();
  return (
    <>
      <h2>{t('dashboard.definitions')}</h2>
      <dl>
        {indicators.map((indicator) => (
          <div key={indicator.code}>
            <dt>{nameOf(indicator)}</dt>
            <dd>
              {definitionOf(indicator)}
              {t('figures:definedSince', { day: indicator.since })}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface PrintedProps {
  cells: readonly Cell[];
  indicators: readonly Indicator[];
  comparison: Comparison;
}

function PrintedCells({ cells, indicators, comparison }: PrintedProps) {
  const write = useWritten(comparison);
  return indicators.map((indicator, index) => {
    const cell = cells[index];
    if (!cell) return null;
    const { figure, made, compared } = write(cell, indicator);
    return (
      <td key={indicator.code}>
        {figure}
        {made && <small>{made}</small>}
        {compared && <small>{compared.before}</small>}
        {compared && <small>{compared.change.text}</small>}
      </td>
    );
  });
}
