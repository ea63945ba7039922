import { useQuery } from '@apollo/client/react';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { RELIEF_FUNDS } from '../relief-funds/relief-fund.ts';
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
  const { data } = useQuery(RELIEF_FUNDS, { variables: { code: town.code } });
  const funds = (data?.town?.reliefFunds ?? []).filter(({ closedOn }) => closedOn === null);
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
                  <Select
                    options={funds.map(({ id, year, name, free }) => ({
                      value: id,
                      label: t('fundOption', { year, name, free: grouped(free) }),
                    }))}
                  />
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
