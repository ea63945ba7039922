import { Checkbox, Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import type { RuleSaid } from './deliberation.ts';

export interface RuleValues extends Omit<RuleSaid, '__typename'> {
  from: string;
}

/** What a rule says: its name, which part of whom has to be for it, and which part of all has to vote. */
export function RuleFields() {
  const { t } = useTranslation('deliberations');
  return (
    <>
      <Required name="name" label={t('ruleName')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Form.Item name="base" label={t('base')}>
        <Radio.Group options={(['ALL', 'VOTING'] as const).map((value) => ({ value, label: t(`bases.${value}`) }))} />
      </Form.Item>
      <Fraction names={['numerator', 'denominator']} label={t('threshold')} hint={t('thresholdHint')} />
      <Form.Item name="moreThan" valuePropName="checked">
        <Checkbox>{t('over')}</Checkbox>
      </Form.Item>
      <Fraction names={['turnoutNumerator', 'turnoutDenominator']} label={t('turnoutRule')} hint={t('turnoutHint')} />
      <DayField name="from" label={t('holdsFrom')} />
    </>
  );
}

/** A part as two whole numbers, since two thirds are no decimal. */
function Fraction({ names, label, hint }: { names: [string, string]; label: string; hint: string }) {
  const { t } = useTranslation('deliberations');
  const [numerator, denominator] = names;
  return (
    <Form.Item label={label} extra={hint}>
      <div className="fraction">
        <Form.Item name={numerator} noStyle>
          <InputNumber min={1} max={1000} precision={0} aria-label={t('numerator', { of: label })} />
        </Form.Item>
        <span aria-hidden>/</span>
        <Form.Item name={denominator} noStyle>
          <InputNumber min={1} max={1000} precision={0} aria-label={t('denominator', { of: label })} />
        </Form.Item>
      </div>
    </Form.Item>
  );
}
