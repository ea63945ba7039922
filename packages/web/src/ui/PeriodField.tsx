import { Form, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PeriodLength } from './calendarPeriod.ts';
import { PeriodInput } from './PeriodInput.tsx';
import { Required } from './Required.tsx';

/** The fields `length` and `day` of a form: how long a period is, and which one, as its first day. */
export function PeriodField({ lengths }: { lengths: readonly PeriodLength[] }) {
  const { t } = useTranslation('ui');
  const chosen: unknown = Form.useWatch('length');
  const length = lengths.find((each) => each === chosen) ?? lengths[0] ?? 'DAY';
  return (
    <>
      <Form.Item name="length" label={t('spans.length')}>
        <Segmented options={lengths.map((each) => ({ value: each, label: t(`lengths.${each}`) }))} />
      </Form.Item>
      <Required chosen name="day" label={t(length === 'DAY' ? 'on' : 'spans.label')}>
        <PeriodInput length={length} />
      </Required>
    </>
  );
}
