import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { useExternalParties } from './handling.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const REFER_REQUEST = graphql(`
  mutation ReferRequest($input: ReferRequestInput!) {
    referRequest(input: $input) { request { id state version } }
  }
`);

const NOTE_PARTY_ANSWER = graphql(`
  mutation NotePartyAnswer($input: NotePartyAnswerInput!) {
    notePartyAnswer(input: $input) { request { id state version } }
  }
`);

const rows = { minRows: 2, maxRows: 8 };

/** Refers a request to a party outside. */
export function ReferRequest(props: StepProps) {
  const { t } = useTranslation('requests');
  const refer = useChange(REFER_REQUEST);
  const parties = useExternalParties(props.request.block.town.code);
  return (
    <StepForm<{ on: string; party: string; note?: string }>
      {...props}
      step="REFER"
      take={({ party, note }, common) => refer({ ...common, party, ...(note?.trim() ? { note } : {}) })}
    >
      <Required chosen name="party" label={t('party')}>
        <Select placeholder={t('pickParty')} options={optionsOf(parties)} />
      </Required>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea autoSize={rows} maxLength={most.account} />
      </Form.Item>
    </StepForm>
  );
}

/** Notes what the party outside answered. */
export function NotePartyAnswer(props: StepProps) {
  const { t } = useTranslation('requests');
  const note = useChange(NOTE_PARTY_ANSWER);
  return (
    <StepForm<{ on: string; answer: string }>
      {...props}
      step="NOTE_ANSWER"
      take={({ answer }, common) => note({ ...common, answer })}
    >
      <Written name="answer" label={t('answer')} />
    </StepForm>
  );
}
