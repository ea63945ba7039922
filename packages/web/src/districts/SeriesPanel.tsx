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
import { DISTRICT_SERIES, type Indicator, TOWN_SERIES } from './dashboard.ts';
import type { Row } from './rows.ts';

interface Props {
  title: string;
  /** The town, or the district, whose series it is. */
  place: Pick<Row, 'of' | 'code'>;
  indicator: Indicator;
  choice: Choice;
  choose: Choose;
  picture: RefObject<(() => string) | null>;
}

/** A figure of a town or of all towns of a district through time, step by step up to the period. */
export function SeriesPanel({ title, place: { of, code }, indicator, choice, choose, picture }: Props) {
  const { t } = useTranslation('districts');
  const { by, period } = choice;
  const variables = { code, indicator: indicator.code, by, ...seriesUpTo(period, by) };
  const town = useQuery(TOWN_SERIES, { variables, skip: of !== 'town' });
  const district = useQuery(DISTRICT_SERIES, { variables, skip: of !== 'district' });
  const { error, refetch } = of === 'town' ? town : district;
  const points = (of === 'town' ? town.data?.town : district.data?.district)?.series?.points;
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
