import { useQuery } from '@apollo/client/react';
import { Button, Segmented } from 'antd';
import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart, savePicture } from '../ui/Chart.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { seriesOption } from './charts.ts';
import { type Choice, seriesUpTo, steps } from './choice.ts';
import { type Indicator, TOWN_SERIES } from './dashboard.ts';

interface Props {
  title: string;
  town: string;
  indicator: Indicator;
  choice: Choice;
  choose: Choose;
  picture: RefObject<(() => string) | null>;
}

/** A figure of one town through time, step by step up to the period. */
export function SeriesPanel({ title, town, indicator, choice, choose, picture }: Props) {
  const { t } = useTranslation('districts');
  const { by, period } = choice;
  const variables = { code: town, indicator: indicator.code, by, ...seriesUpTo(period, by) };
  const { data, error, refetch } = useQuery(TOWN_SERIES, { variables });
  const points = data?.town?.series?.points;
  const option = useMemo(() => points && seriesOption(points, by, indicator), [points, by, indicator]);
  return (
    <Panel
      title={title}
      extra={
        <>
          <Segmented
            size="small"
            aria-label={t('dashboard.by')}
            value={by}
            options={steps.map((value) => ({ value, label: t(`dashboard.steps.${value}`) }))}
            onChange={(step) => choose({ by: step })}
          />
          <Button size="small" onClick={() => picture.current && savePicture(title, picture.current())}>
            {t('dashboard.png')}
          </Button>
        </>
      }
    >
      {option ? (
        <Chart option={option} height={280} label={title} at={picture} />
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Panel>
  );
}
