import { useQuery } from '@apollo/client/react';
import { Button, Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../ui/Chart.tsx';
import { presentMoment } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { measures, usageOption } from './chart.ts';
import { UsageTable } from './UsageTable.tsx';
import { APPLICATION_USAGE, allSteps, periodOf, spans } from './usage.ts';

/** How often it is read again while somebody looks, in milliseconds. */
const every = 15_000;

/** How much an application asks for over time, in all towns or in one: a chart, and the same in numbers. */
export function UsagePanel({ clientId, name }: { clientId: string; name: string }) {
  const { t, i18n } = useTranslation(['usage', 'ui']);
  const [params, choose] = useAddress();
  const span = spans.find((each) => each === params.get('span')) ?? 'month';
  const measure = measures.find((each) => each === params.get('measure')) ?? 'operations';
  const town = params.get('town');
  const { period, by } = periodOf(span);
  const { data, error, refetch } = useQuery(APPLICATION_USAGE, {
    variables: { clientId, period, by, town },
    pollInterval: every,
    skipPollAttempt: () => document.hidden,
  });
  const usage = data?.application?.usage;
  const steps = useMemo(() => usage && allSteps(usage, by, presentMoment()), [usage, by]);
  const option = useMemo(
    () => steps && usageOption(steps, measure, (part) => t(`counts.${part}`)),
    [steps, measure, t],
  );
  const only = town === null ? undefined : usage?.towns.find((each) => each.town?.code === town)?.town?.name;
  const isEmpty = usage?.total.operations === 0;
  const number = new Intl.NumberFormat(i18n.language);
  const summary =
    usage && t('summary', { operations: number.format(usage.total.operations), used: number.format(usage.total.used) });

  return (
    <>
      <Panel title={t('title')}>
        <p className="hint">{t('lead')}</p>
        <div className="usage-tools">
          <Segmented
            aria-label={t('span')}
            value={span}
            options={spans.map((value) => ({ value, label: t(`spans.${value}`) }))}
            onChange={(chosen) => choose({ span: chosen === 'month' ? null : chosen })}
          />
          <Segmented
            aria-label={t('measure')}
            value={measure}
            options={measures.map((value) => ({ value, label: t(`measures.${value}`) }))}
            onChange={(chosen) => choose({ measure: chosen === 'operations' ? null : chosen })}
          />
          {town !== null && (
            <span>
              {t('only', { town: only ?? town })}{' '}
              <Button size="small" onClick={() => choose({ town: null })}>
                {t('all')}
              </Button>
            </span>
          )}
        </div>
        {!usage || !option ? (
          error ? (
            <Failed error={error} retry={() => void refetch()} />
          ) : (
            <Loading />
          )
        ) : isEmpty ? (
          <p className="hint">{t('none')}</p>
        ) : (
          <>
            <p>{summary}</p>
            <Chart option={option} height={280} label={`${t('title')}: ${summary}`} />
          </>
        )}
      </Panel>
      {usage && !isEmpty && <UsageTable name={name} usage={usage} by={by} steps={steps ?? []} choose={choose} />}
    </>
  );
}
