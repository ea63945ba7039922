import { lazy, Suspense } from 'react';
import type { ChartProps } from './EChart.tsx';
import { saveFile } from './file.ts';
import { Loading } from './States.tsx';

const Drawn = lazy(() => import('./EChart.tsx').then((module) => ({ default: module.EChart })));

/** A chart. What draws it is fetched when the first one is shown. */
export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<Loading rows={4} />}>
      <Drawn {...props} />
    </Suspense>
  );
}

/** Saves the picture of a chart. */
export function savePicture(name: string, picture: string): void {
  saveFile({ fileName: `${name}.png`, contentType: 'image/png', content: picture.slice(picture.indexOf(',') + 1) });
}
