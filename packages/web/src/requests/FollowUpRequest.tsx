import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { FollowUpWay, Satisfaction } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const FOLLOW_UP_REQUEST = graphql(`
  mutation FollowUpRequest($input: FollowUpRequestInput!) {
    followUpRequest(input: $input) { request { id state version } }
  }
`);

export const ways = ['TELEPHONE', 'VISIT'] as const;
export const answers = ['SATISFIED', 'FAIRLY', 'DISSATISFIED'] as const;

interface Values {
  on: string;
  way: FollowUpWay;
  satisfaction: Satisfaction;
  outcome: string;
}

/** Follows up a handled request: what was said closes it, or opens it again. */
export function FollowUpRequest(props: StepProps) {
  const { t } = useTranslation('requests');
  const followUp = useChange(FOLLOW_UP_REQUEST);
  return (
    <StepForm<Values>
      {...props}
      step="FOLLOW_UP"
      lead={t('reopens')}
      initialValues={{ way: 'TELEPHONE' }}
      take={({ way, satisfaction, outcome }, common) => followUp({ ...common, way, satisfaction, outcome })}
    >
      <Form.Item name="way" label={t('way')}>
        <Radio.Group optionType="button" options={ways.map((way) => ({ value: way, label: t(`ways.${way}`) }))} />
      </Form.Item>
      <Required chosen name="satisfaction" label={t('satisfaction')}>
        <Radio.Group
          optionType="button"
          options={answers.map((said) => ({ value: said, label: t(`satisfactions.${said}`) }))}
        />
      </Required>
      <Written name="outcome" label={t('followUpOutcome')} />
    </StepForm>
  );
}
