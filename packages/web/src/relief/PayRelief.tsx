import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { ReliefPayWay } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { grouped } from '../ui/money.ts';
import { Required } from '../ui/Required.tsx';
import { payWays } from './relief.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const PAY = graphql(`
  mutation PayRelief($input: PayReliefInput!) {
    payRelief(input: $input) { reliefApplication { id version } }
  }
`);

interface Values {
  on: string;
  way: ReliefPayWay;
  grants: string[];
}

/** Puts down that grants of an application were paid. */
export function PayRelief(props: StepProps) {
  const { t } = useTranslation(['relief', 'ui']);
  const pay = useChange(PAY);
  const open = props.application.grants.filter(({ paidOn, cancelledOn }) => paidOn === null && cancelledOn === null);
  return (
    <StepForm<Values>
      {...props}
      step="PAY"
      lead={t('payLead')}
      initialValues={{ way: 'BANK_CARD', grants: open.map(({ id }) => id) }}
      take={({ way, grants }, common) => pay({ ...common, way, grants })}
    >
      <Form.Item
        name="grants"
        label={t('grants')}
        rules={[{ required: true, message: t('ui:choose', { label: t('grants') }) }]}
      >
        <Select
          mode="multiple"
          options={open.map(({ id, amount, fund }) => ({
            value: id,
            label: `${fund.name} ${t('yuan', { amount: grouped(amount) })}`,
          }))}
        />
      </Form.Item>
      <Way />
    </StepForm>
  );
}

/** How grants were paid. */
export function Way() {
  const { t } = useTranslation('relief');
  return (
    <Required chosen name="way" label={t('way')}>
      <Select options={payWays.map((value) => ({ value, label: t(`ways.${value}`) }))} />
    </Required>
  );
}
