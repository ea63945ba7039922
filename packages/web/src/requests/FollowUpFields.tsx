import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FollowUpWay, Satisfaction } from '../generated/graphql.ts';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';

const ways = ['TELEPHONE', 'VISIT'] as const;
const answers = ['SATISFIED', 'FAIRLY', 'DISSATISFIED'] as const;

/** What whoever asked says afterwards, as the form has it. */
export interface FollowedUp {
  way: FollowUpWay;
  satisfaction: Satisfaction;
  outcome: string;
}

/** How whoever asked was reached afterwards, how satisfied they are, and what they say. */
export function FollowUpFields() {
  const { t } = useTranslation('requests');
  return (
    <>
      <Form.Item name="way" label={t('way')} initialValue="TELEPHONE">
        <Radio.Group optionType="button" options={ways.map((way) => ({ value: way, label: t(`ways.${way}`) }))} />
      </Form.Item>
      <Required chosen name="satisfaction" label={t('satisfaction')}>
        <Radio.Group
          optionType="button"
          options={answers.map((said) => ({ value: said, label: t(`satisfactions.${said}`) }))}
        />
      </Required>
      <Written name="outcome" label={t('followUpOutcome')} />
    </>
  );
}
