import { Button } from 'antd';
import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart, savePicture } from '../ui/Chart.tsx';
import { Panel } from '../ui/Panel.tsx';
import { rankingOption } from './charts.ts';
import type { Choice } from './choice.ts';
import type { Indicator } from './dashboard.ts';
import type { Row } from './rows.ts';

/** Bars that one picture shows; the others stand in the table. */
const most = 20;

interface Props {
  title: string;
  /** In their order. */
  rows: readonly Row[];
  indicator: Indicator;
  /** The place of the indicator among the figures of a row. */
  index: number;
  choice: Choice;
  /** What the file is called. */
  fileName: string;
  picture: RefObject<(() => string) | null>;
}

/** The rows by one of their figures as bars, beside those of the period before. */
export function RankingPanel({ title, rows, indicator, index, choice, fileName, picture }: Props) {
  const { t } = useTranslation('districts');
  const counted = useMemo(() => rows.filter(({ cells }) => cells?.[index]?.value != null), [rows, index]);
  const compared = choice.before !== null;
  const option = useMemo(() => {
    const names = compared ? { now: t('dashboard.now'), before: t('dashboard.earlier') } : null;
    return rankingOption(counted.slice(0, most), index, indicator, names);
  }, [counted, index, indicator, compared, t]);
  return (
    <Panel
      title={title}
      extra={
        <Button size="small" onClick={() => picture.current && savePicture(`${fileName} ${title}`, picture.current())}>
          {t('dashboard.png')}
        </Button>
      }
    >
      {counted.length === 0 ? (
        <p className="hint">{t('dashboard.nothing')}</p>
      ) : (
        <Chart option={option} height={48 + Math.min(most, counted.length) * 22} label={title} at={picture} />
      )}
      {counted.length > most && <p className="hint">{t('dashboard.first', { n: most })}</p>}
    </Panel>
  );
}
