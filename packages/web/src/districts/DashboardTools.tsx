import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { byArea } from '../figures/areas.ts';
import { useWords } from '../figures/words.ts';
import { MonthInput } from '../ui/MonthInput.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { type Choice, comparisons, spans } from './choice.ts';
import { type Indicator, shownOf } from './dashboard.ts';

interface Props {
  choice: Choice;
  choose: Choose;
  /** What may be asked for. */
  indicators: readonly Indicator[];
}

/** Chooses what a dashboard shows: which indicators, over which months, and against which. */
export function DashboardTools({ choice, choose, indicators }: Props) {
  const { t } = useTranslation(['districts', 'ui', 'figures']);
  const { nameOf } = useWords();
  const { span, period, comparison } = choice;
  const [from, to] = [period.first.slice(0, 7), period.last.slice(0, 7)];
  return (
    <section className="panel dashboard-tools" aria-label={t('dashboard.choose')}>
      <div className="dashboard-tool">
        <span className="hint">{t('dashboard.period')}</span>
        <Segmented<string>
          aria-label={t('dashboard.period')}
          value={span ?? 'own'}
          options={[...spans, 'own' as const].map((value) => ({ value, label: t(`dashboard.spans.${value}`) }))}
          onChange={(chosen) =>
            choose(chosen === 'own' ? { span: null, from, to } : { span: chosen, from: null, to: null })
          }
        />
        {span === null && (
          <span className="tags">
            <label htmlFor="months-from">{t('ui:spans.first')}</label>
            <MonthInput
              id="months-from"
              value={from}
              onChange={(month) => choose(monthsWith({ from, to }, 'from', month))}
            />
            <label htmlFor="months-to">{t('ui:spans.last')}</label>
            <MonthInput id="months-to" value={to} onChange={(month) => choose(monthsWith({ from, to }, 'to', month))} />
          </span>
        )}
      </div>
      <div className="dashboard-tool">
        <span className="hint">{t('dashboard.compare')}</span>
        <Segmented
          aria-label={t('dashboard.compare')}
          value={comparison}
          options={comparisons.map((value) => ({ value, label: t(`dashboard.comparisons.${value}`) }))}
          onChange={(compare) => choose({ compare: compare === 'none' ? null : compare })}
        />
      </div>
      <div className="dashboard-tool wide">
        <label className="hint" htmlFor="dashboard-indicators">
          {t('figures:indicator')}
        </label>
        <Select
          id="dashboard-indicators"
          mode="multiple"
          className="dashboard-indicators"
          value={shownOf(indicators, choice.figures).map(({ code }) => code)}
          options={byArea(indicators).map(({ area, indicators: all }) => ({
            label: t(`figures:areas.${area ?? 'OTHER'}`),
            options: all.map((indicator) => ({ value: indicator.code, label: nameOf(indicator) })),
          }))}
          optionFilterProp="label"
          maxTagCount="responsive"
          onChange={(codes) => choose({ figures: codes.length > 0 ? codes.join(',') : null })}
        />
      </div>
    </section>
  );
}

/** Months with another first or last one; where they would cross, they are that one alone. */
function monthsWith(months: { from: string; to: string }, end: 'from' | 'to', month: string) {
  const changed = { ...months, [end]: month };
  return changed.from <= changed.to ? changed : { from: month, to: month };
}
