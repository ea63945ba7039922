import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FundSelect } from '../relief-funds/FundSelect.tsx';
import { MoneyField } from '../ui/MoneyField.tsx';
import { grouped } from '../ui/money.ts';
import { Note } from './DecideRelief.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const APPROVE = graphql(`
  mutation ApproveRelief($input: ApproveReliefInput!) {
    approveRelief(input: $input) { reliefApplication { id version } }
  }
`);

interface Values {
  on: string;
  grants: { fund: string; amount: string }[];
  note?: string;
}

/** Approves an application, with what is granted of which funds. */
export function ApproveRelief(props: StepProps) {
  const { t } = useTranslation(['relief', 'ui']);
  const approve = useChange(APPROVE);
  const { town, amount } = props.application;
  return (
    <StepForm<Values>
      {...props}
      step="APPROVE"
      lead={t('approveLead', { amount: grouped(amount) })}
      initialValues={{ grants: [{ fund: '', amount }] }}
      take={({ grants, note }, common) => approve({ ...common, grants, ...(note?.trim() ? { note } : {}) })}
    >
      <Form.List name="grants">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <fieldset key={key} className="split-part">
                <Form.Item
                  name={[name, 'fund']}
                  label={t('fund')}
                  rules={[{ required: true, message: t('ui:choose', { label: t('fund') }) }]}
                >
                  <FundSelect town={town.code} />
                </Form.Item>
                <MoneyField name={[name, 'amount']} label={t('amount')} />
                {rows.length > 1 && (
                  <Button size="small" onClick={() => remove(name)}>
                    {t('removeFund')}
                  </Button>
                )}
              </fieldset>
            ))}
            <Button size="small" onClick={() => add({})}>
              {t('addFund')}
            </Button>
          </>
        )}
      </Form.List>
      <Note />
    </StepForm>
  );
}
