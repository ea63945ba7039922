import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { FollowUpWay, Satisfaction } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { answers, ways } from '../requests/FollowUpRequest.tsx';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const FOLLOW_UP_CALL = graphql(`
  mutation FollowUpCall($input: FollowUpCallInput!) {
    followUpCall(input: $input) { call { id state version } }
  }
`);

interface Values {
  way: FollowUpWay;
  satisfaction: Satisfaction;
  outcome: string;
}

/** Follows the answer to a call up: what was said closes it, or opens it again. */
export function FollowUpCall(props: StepProps) {
  const { t } = useTranslation(['calls', 'requests']);
  const followUp = useChange(FOLLOW_UP_CALL);
  return (
    <StepForm<Values>
      {...props}
      step="FOLLOW_UP"
      lead={t('reopens')}
      initialValues={{ way: 'TELEPHONE' }}
      take={(values, common) => followUp({ ...common, ...values })}
    >
      <Form.Item name="way" label={t('requests:way')}>
        <Radio.Group
          optionType="button"
          options={ways.map((way) => ({ value: way, label: t(`requests:ways.${way}`) }))}
        />
      </Form.Item>
      <Required chosen name="satisfaction" label={t('requests:satisfaction')}>
        <Radio.Group
          optionType="button"
          options={answers.map((said) => ({ value: said, label: t(`requests:satisfactions.${said}`) }))}
        />
      </Required>
      <Written name="outcome" label={t('requests:followUpOutcome')} />
    </StepForm>
  );
}
