import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { most } from '../ui/limits.ts';
import { Written } from '../ui/Written.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const ENDORSE = graphql(`
  mutation EndorseRelief($input: EndorseReliefInput!) {
    endorseRelief(input: $input) { reliefApplication { id version } }
  }
`);

const REFUSE = graphql(`
  mutation RefuseRelief($input: RefuseReliefInput!) {
    refuseRelief(input: $input) { reliefApplication { id version } }
  }
`);

const WITHDRAW = graphql(`
  mutation WithdrawRelief($input: WithdrawReliefInput!) {
    withdrawRelief(input: $input) { reliefApplication { id version } }
  }
`);

const CANCEL = graphql(`
  mutation CancelRelief($input: CancelReliefInput!) {
    cancelRelief(input: $input) { reliefApplication { id version } }
  }
`);

interface Noted {
  on: string;
  note?: string;
}

interface Reasoned {
  on: string;
  reason: string;
}

/** Endorses an application, for its unit. */
export function EndorseRelief(props: StepProps) {
  const { t } = useTranslation('relief');
  const endorse = useChange(ENDORSE);
  return (
    <StepForm<Noted>
      {...props}
      step="ENDORSE"
      lead={t('bySomebodyElse')}
      take={({ note }, common) => endorse({ ...common, ...(note?.trim() ? { note } : {}) })}
    >
      <Note />
    </StepForm>
  );
}

/** Refuses an application. */
export function RefuseRelief(props: StepProps) {
  const refuse = useChange(REFUSE);
  return (
    <StepForm<Reasoned> {...props} step="REFUSE" take={({ reason }, common) => refuse({ ...common, reason })}>
      <Reason />
    </StepForm>
  );
}

/** Withdraws an application. */
export function WithdrawRelief(props: StepProps) {
  const withdraw = useChange(WITHDRAW);
  return (
    <StepForm<Reasoned> {...props} step="WITHDRAW" take={({ reason }, common) => withdraw({ ...common, reason })}>
      <Reason />
    </StepForm>
  );
}

/** Takes back what is not paid. */
export function CancelRelief(props: StepProps) {
  const { t } = useTranslation('relief');
  const cancel = useChange(CANCEL);
  return (
    <StepForm<Reasoned>
      {...props}
      step="CANCEL"
      lead={t('cancelLead')}
      take={({ reason }, common) => cancel({ ...common, reason })}
    >
      <Reason />
    </StepForm>
  );
}

/** What is to be said of an approval. */
export function Note() {
  const { t } = useTranslation('relief');
  return (
    <Form.Item name="note" label={t('note')}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most.account} />
    </Form.Item>
  );
}

function Reason() {
  const { t } = useTranslation('relief');
  return <Written name="reason" label={t('why')} />;
}
