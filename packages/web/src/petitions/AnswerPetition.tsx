import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { PetitionOutcome } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { petitionOutcomes } from './petition.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const ANSWER_PETITION = graphql(`
  mutation AnswerPetition($input: AnswerPetitionInput!) {
    answerPetition(input: $input) { petition { id version } }
  }
`);

const CLOSE_PETITION = graphql(`
  mutation ClosePetition($input: ClosePetitionInput!) {
    closePetition(input: $input) { petition { id version } }
  }
`);

const EXTEND_PETITION = graphql(`
  mutation ExtendPetition($input: ExtendPetitionInput!) {
    extendPetition(input: $input) { petition { id version } }
  }
`);

/** By how many days a deadline is extended at the most (信访工作条例, art. 34). */
const mostDaysMore = 30;
const rows = { minRows: 2, maxRows: 10 };

/** Puts down the answer to a petition. */
export function AnswerPetition(props: StepProps) {
  const { t } = useTranslation('petitions');
  const answer = useChange(ANSWER_PETITION);
  return (
    <StepForm<{ on: string; answer: string }>
      {...props}
      step="ANSWER"
      take={(values, common) => answer({ ...common, answer: values.answer })}
    >
      <Written name="answer" label={t('answer')} />
    </StepForm>
  );
}

/** Closes an answered petition with how it ended. */
export function ClosePetition(props: StepProps) {
  const { t } = useTranslation('petitions');
  const close = useChange(CLOSE_PETITION);
  return (
    <StepForm<{ on: string; outcome: PetitionOutcome; note?: string }>
      {...props}
      step="CLOSE"
      take={({ outcome, note }, common) => close({ ...common, outcome, ...(note?.trim() ? { note } : {}) })}
    >
      <Required chosen name="outcome" label={t('outcome')}>
        <Select
          placeholder={t('outcome')}
          options={petitionOutcomes.map((each) => ({ value: each, label: t(`outcomes.${each}`) }))}
        />
      </Required>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea autoSize={rows} maxLength={most.account} />
      </Form.Item>
    </StepForm>
  );
}

/** Extends the deadline of an accepted petition, once. */
export function ExtendPetition(props: StepProps) {
  const { t } = useTranslation('petitions');
  const extend = useChange(EXTEND_PETITION);
  return (
    <StepForm<{ on: string; days: number; reason: string }>
      {...props}
      step="EXTEND"
      lead={t('extendLead')}
      initialValues={{ days: mostDaysMore }}
      take={({ days, reason }, common) => extend({ ...common, days, reason })}
    >
      <Form.Item name="days" label={t('daysMore')} rules={[{ required: true }]}>
        <InputNumber min={1} max={mostDaysMore} precision={0} />
      </Form.Item>
      <Written name="reason" label={t('reason')} />
    </StepForm>
  );
}
