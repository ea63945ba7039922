import type { EChartsCoreOption } from 'echarts/core';
import { answered, type Counts, type Step } from './usage.ts';

export const measures = ['operations', 'points'] as const;
export type Measure = (typeof measures)[number];

/** What a measure draws: parts of a whole above each other, or numbers beside each other. */
const drawn = {
  operations: [
    { name: 'answered', color: '#1d4f91', of: answered },
    { name: 'errors', color: '#c8791b', of: ({ errors }: Counts) => errors },
    { name: 'overBudget', color: '#b3261e', of: ({ overBudget }: Counts) => overBudget },
    { name: 'overLimit', color: '#6b4ba1', of: ({ overLimit }: Counts) => overLimit },
  ],
  points: [
    { name: 'used', color: '#1d4f91', of: ({ used }: Counts) => used },
    { name: 'asked', color: '#b9cbe4', of: ({ asked }: Counts) => asked },
  ],
} as const;

type PartName = (typeof drawn)[Measure][number]['name'];

/** Steps as columns: operations by how they ended, or points by what they could have cost and did. */
export function usageOption(
  steps: readonly Step[],
  measure: Measure,
  nameOf: (part: PartName) => string,
): EChartsCoreOption {
  return {
    grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10 },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: { type: 'category', data: steps.map(({ name }) => name), axisTick: { alignWithLabel: true } },
    yAxis: { type: 'value', min: 0, minInterval: 1, splitLine: { lineStyle: { color: '#dde3ea' } } },
    series: drawn[measure].map(({ name, color, of }) => ({
      type: 'bar',
      name: nameOf(name),
      ...(measure === 'operations' ? { stack: 'all' } : {}),
      data: steps.map(({ counts }) => of(counts)),
      barMaxWidth: 24,
      itemStyle: { color },
    })),
  };
}
