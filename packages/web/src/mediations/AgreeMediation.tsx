import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { AgreementKeeping } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { DayField } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { keepings } from './mediation.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const AGREE_MEDIATION = graphql(`
  mutation AgreeMediation($input: AgreeMediationInput!) {
    agreeMediation(input: $input) { mediation { id version } }
  }
`);

const CHECK_AGREEMENT = graphql(`
  mutation CheckAgreement($input: CheckAgreementInput!) {
    checkAgreement(input: $input) { mediation { id version } }
  }
`);

/** Puts down what was agreed, and by when it is looked at whether it is kept. */
export function AgreeMediation(props: StepProps) {
  const { t } = useTranslation('mediations');
  const agree = useChange(AGREE_MEDIATION);
  return (
    <StepForm<{ on: string; agreement: string; checkOn: string }>
      {...props}
      step="AGREE"
      take={({ agreement, checkOn }, common) => agree({ ...common, agreement, checkOn })}
    >
      <Written name="agreement" label={t('agreement')} />
      <DayField name="checkOn" label={t('checkOn')} />
    </StepForm>
  );
}

/** Puts down whether an agreement is kept; where it is not yet, by when it is looked at again. */
export function CheckAgreement(props: StepProps) {
  const { t } = useTranslation('mediations');
  const check = useChange(CHECK_AGREEMENT);
  return (
    <StepForm<{ on: string; keeping: AgreementKeeping; note: string; checkOn?: string }>
      {...props}
      step="CHECK"
      initialValues={{ keeping: 'KEPT' }}
      take={({ keeping, note, checkOn }, common) =>
        check({ ...common, keeping, note, ...(keeping === 'NOT_YET' && checkOn !== undefined ? { checkOn } : {}) })
      }
    >
      <Form.Item name="keeping" label={t('keeping')}>
        <Radio.Group
          optionType="button"
          options={keepings.map((each) => ({ value: each, label: t(`keepings.${each}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['keeping']}>
        {({ getFieldValue }) =>
          getFieldValue('keeping') === 'NOT_YET' && <DayField name="checkOn" label={t('checkAgain')} />
        }
      </Form.Item>
      <Written name="note" label={t('found')} />
    </StepForm>
  );
}
