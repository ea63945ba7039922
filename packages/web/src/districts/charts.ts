import type { EChartsCoreOption } from 'echarts/core';
import type { DashboardSeriesFragment } from '../generated/graphql.ts';
import type { Step } from './choice.ts';
import type { Counted, Indicator } from './dashboard.ts';
import type { Row } from './rows.ts';

type Point = DashboardSeriesFragment['points'][number];

const [blue, pale, line] = ['#1d4f91', '#b9cbe4', '#dde3ea'];
/** A figure as a number to draw: a rate in its hundred. */
const drawn = ({ value, denominator }: Counted) =>
  value === null ? null : denominator === null ? Number(value) : Math.round(Number(value) * 1000) / 10;
const unitOf = ({ isRate, perHundred }: Indicator) => (isRate && !perHundred ? '{value} %' : '{value}');

/** Rows as bars, the first at the top; with names of both periods, those of the period before beside them. */
export function rankingOption(
  rows: readonly Row[],
  index: number,
  indicator: Indicator,
  names: { now: string; before: string } | null,
): EChartsCoreOption {
  const bars = (pick: (cell: NonNullable<Row['cells']>[number]) => Counted | null) =>
    rows.map(({ cells }) => {
      const counted = cells?.[index] && pick(cells[index]);
      return counted ? drawn(counted) : null;
    });
  const now = {
    type: 'bar',
    name: names?.now ?? '',
    data: bars((cell) => cell),
    barMaxWidth: 14,
    itemStyle: { color: blue },
    label: { show: true, position: 'right', formatter: unitOf(indicator).replace('value', 'c') },
  };
  const before = {
    type: 'bar',
    name: names?.before ?? '',
    data: bars((cell) => cell.before),
    barMaxWidth: 8,
    itemStyle: { color: pale },
  };
  return {
    grid: { left: 8, right: 64, top: names ? 28 : 8, bottom: 8, containLabel: true },
    ...(names ? { legend: { top: 0, right: 0 } } : {}),
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText' },
    xAxis: { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisTick: { show: false },
      axisLabel: { interval: 0 },
    },
    series: names ? [now, before] : [now],
  };
}

/** The points of a series: a count as columns, a rate as a line. */
export function seriesOption(points: readonly Point[], by: Step, indicator: Indicator): EChartsCoreOption {
  return {
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: {
      type: 'category',
      data: points.map(({ period }) => stepName(period.first, by)),
      axisTick: { alignWithLabel: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      axisLabel: { formatter: unitOf(indicator) },
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: indicator.isRate ? 'line' : 'bar',
        data: points.map(drawn),
        barMaxWidth: 24,
        symbolSize: 6,
        itemStyle: { color: blue },
        lineStyle: { width: 2 },
      },
    ],
  };
}

/** A step as an axis has it: 2026-11, 2026 Q4, 2026. */
function stepName(first: string, by: Step): string {
  if (by === 'YEAR') return first.slice(0, 4);
  return by === 'MONTH' ? first.slice(0, 7) : `${first.slice(0, 4)} Q${Math.ceil(Number(first.slice(5, 7)) / 3)}`;
}
