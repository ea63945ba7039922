import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type RefObject, useEffect, useRef } from 'react';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface ChartProps {
  option: EChartsCoreOption;
  /** In pixels. */
  height: number;
  /** What it shows, for who does not see it. What it shows stands in a table as well. */
  label: string;
  /** Gives the picture, as an address that holds it, once it is drawn. */
  at?: RefObject<(() => string) | null>;
}

/** Draws a chart; a script of its own, since what draws is as large as a page. */
export function EChart({ option, height, label, at }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const drawn = init(element);
    chart.current = drawn;
    if (at) at.current = () => drawn.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#fff' });
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(element);
    // Words are drawn before the slices of the font that they need have come.
    const redraw = () => drawn.resize();
    document.fonts.addEventListener('loadingdone', redraw);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', redraw);
      if (at) at.current = null;
      drawn.dispose();
    };
  }, [at]);

  useEffect(() => {
    chart.current?.setOption(
      { animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, ...option },
      true,
    );
  }, [option]);

  return <div ref={box} className="chart" role="img" aria-label={label} style={{ height }} />;
}
