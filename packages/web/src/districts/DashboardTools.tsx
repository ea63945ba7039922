import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { byArea } from '../figures/areas.ts';
import { useWords } from '../figures/words.ts';
import { PeriodPicker } from '../ui/PeriodPicker.tsx';
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
  const { t } = useTranslation(['districts', 'figures']);
  const { nameOf } = useWords();
  const { span, period, comparison } = choice;
  return (
    <section className="panel dashboard-tools" aria-label={t('dashboard.choose')}>
      <div className="dashboard-tool">
        <span className="hint">{t('dashboard.period')}</span>
        <PeriodPicker
          spans={spans.map((value) => ({ value, label: t(`dashboard.spans.${value}`) }))}
          span={span}
          period={period}
          ends="MONTH"
          choose={(chosen) => choose({ ...chosen, from: monthOf(chosen.from), to: monthOf(chosen.to) })}
        />
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

/** The month of a day, as the address of a dashboard has it. */
function monthOf(day: string | null): string | null {
  return day?.slice(0, 7) ?? null;
}
