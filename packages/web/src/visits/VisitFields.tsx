import { Button, Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { mustRecords, ways } from './visit.ts';

const rows = { minRows: 2, maxRows: 8 };

/** The fields of a visit: when, how, by whom, which `picker` lets choose, the three must-records and the outcome. */
export function VisitFields({ picker }: { picker: ReactElement }) {
  const { t } = useTranslation('visits');
  const form = Form.useFormInstance();
  return (
    <>
      <DayField name="visitedOn" label={t('visitedOn')} />
      <Form.Item name="way" label={t('way')}>
        <Radio.Group optionType="button" options={ways.map((way) => ({ value: way, label: t(`ways.${way}`) }))} />
      </Form.Item>
      <Form.Item
        name="visitors"
        label={t('visitors')}
        rules={[{ required: true, type: 'array', min: 1, message: t('pickVisitors') }]}
      >
        {picker}
      </Form.Item>
      {mustRecords.map((name) => (
        <Required
          key={name}
          name={name}
          label={t(name)}
          {...(name === 'demand'
            ? {
                extra: (
                  <Button type="link" size="small" onClick={() => form.setFieldValue('demand', t('noDemand'))}>
                    {t('noDemand')}
                  </Button>
                ),
              }
            : {})}
        >
          <Input.TextArea autoSize={rows} maxLength={most.account} placeholder={t(`${name}Hint`)} />
        </Required>
      ))}
      <Form.Item name="outcome" label={t('outcome')}>
        <Input.TextArea autoSize={rows} maxLength={most.account} />
      </Form.Item>
    </>
  );
}
