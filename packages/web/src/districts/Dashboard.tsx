import { Alert, Grid, Segmented } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../accounts/viewer.ts';
import { useWords } from '../figures/words.ts';
import { dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Choose } from '../ui/useAddress.ts';
import type { Choice } from './choice.ts';
import { DashboardCards } from './DashboardCards.tsx';
import { DashboardHead } from './DashboardHead.tsx';
import { DashboardReport } from './DashboardReport.tsx';
import { DashboardTable } from './DashboardTable.tsx';
import { DashboardTools } from './DashboardTools.tsx';
import { Definitions } from './Definitions.tsx';
import { type District, type Indicator, shownOf } from './dashboard.ts';
import { RankingPanel } from './RankingPanel.tsx';
import { ReportedPanel } from './ReportedPanel.tsx';
import { districtRows, ranked, totalOf, townRows } from './rows.ts';
import { SeriesPanel } from './SeriesPanel.tsx';

interface Props {
  /** Whose figures they are, as its title says. */
  name: string;
  districts: readonly District[];
  /** Whether it is of one district, whose towns are its rows. */
  isOne: boolean;
  /** What may be asked for. */
  indicators: readonly Indicator[];
  /** What is asked for: what is shown, unless that is still being read. */
  asked: Choice;
  /** What the figures are of. */
  choice: Choice;
  choose: Choose;
}

/** Figures of towns or districts: a table that is ranked, its pictures, and what they mean; printed, a report. */
export function Dashboard({ name, districts, isOne, indicators, asked, choice, choose }: Props) {
  const { t } = useTranslation(['districts', 'ui']);
  const { nameOf } = useWords();
  const { permissions } = useViewer();
  const { sm: roomy = true } = Grid.useBreakpoint();
  const [ranking, series] = [useRef<(() => string) | null>(null), useRef<(() => string) | null>(null)];
  const [pictures, setPictures] = useState<{ title: string; src: string }[] | null>(null);
  const towns = isOne || choice.towns;
  const shown = shownOf(indicators, choice.figures);
  const rows = useMemo(() => (towns ? townRows(districts) : districtRows(districts)), [towns, districts]);
  const total = useMemo(() => totalOf(districts, shown), [districts, shown]);
  const by = Math.max(
    0,
    shown.findIndex(({ code }) => code === choice.sort),
  );
  const inOrder = useMemo(() => ranked(rows, by, choice.ascending), [rows, by, choice.ascending]);
  const listed = choice.sort === null ? rows : inOrder;
  const indicator = shown[by];
  const counted = inOrder.filter(({ of, cells }) => of === 'town' && cells !== null);
  const [own] = isOne ? districtRows(districts).filter(({ cells }) => cells !== null) : [];
  const place = counted.find(({ code }) => code === choice.town) ?? own ?? counted[0];
  const titles = {
    ranking: indicator ? t('dashboard.ranking', { what: nameOf(indicator) }) : '',
    series: indicator && place ? t('dashboard.series', { name: place.name, what: nameOf(indicator) }) : '',
  };
  const missing = total?.towns?.missing ?? [];

  /** Has the report printed, with the pictures as they are. */
  function print() {
    const drawn = [
      { title: titles.ranking, src: ranking.current?.() },
      { title: titles.series, src: series.current?.() },
    ];
    setPictures(drawn.flatMap(({ title, src }) => (src ? [{ title, src }] : [])));
  }

  const Rows = roomy ? DashboardTable : DashboardCards;
  const table = { rows: listed, total, indicators: shown, choice };
  return (
    <div className="page">
      <DashboardHead name={name} code={isOne ? (districts[0]?.code ?? null) : null} {...table} onPrint={print} />
      <div className="column-main">
        <DashboardTools choice={asked} choose={choose} indicators={indicators} />
        {choice.period.last > dayInShanghai() && <p className="hint">{t('dashboard.ahead')}</p>}
        {missing.length > 0 && (
          <Alert
            type="info"
            showIcon
            title={t('dashboard.missing', { n: missing.length, names: missing.slice(0, 8).join(t('ui:and')) })}
          />
        )}
        <Panel
          flush
          title={t(towns ? 'dashboard.byTown' : 'dashboard.byDistrict', { n: rows.length })}
          extra={
            !isOne && (
              <Segmented
                size="small"
                aria-label={t('dashboard.rows')}
                value={towns ? 'towns' : 'districts'}
                options={(['districts', 'towns'] as const).map((value) => ({
                  value,
                  label: t(`dashboard.rowsOf.${value}`),
                }))}
                onChange={(value) => choose({ rows: value === 'towns' ? 'towns' : null, town: null })}
              />
            )
          }
        >
          <Rows {...table} place={place ?? null} isOne={isOne} choose={choose} />
        </Panel>
        {indicator && (
          <div className="dashboard-charts">
            <RankingPanel
              title={titles.ranking}
              rows={inOrder}
              indicator={indicator}
              index={by}
              choice={choice}
              fileName={name}
              picture={ranking}
            />
            {place && (
              <SeriesPanel
                title={titles.series}
                place={place}
                indicator={indicator}
                choice={choice}
                choose={choose}
                picture={series}
              />
            )}
          </div>
        )}
        {isOne && permissions.includes('FIGURE_READ') && districts[0] && (
          <ReportedPanel code={districts[0].code} period={choice.period} />
        )}
        <Definitions indicators={shown} />
      </div>
      {pictures && <DashboardReport name={name} {...table} pictures={pictures} onPrinted={() => setPictures(null)} />}
    </div>
  );
}
