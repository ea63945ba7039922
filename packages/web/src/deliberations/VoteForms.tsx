import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { VoteChoice } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Written } from '../ui/Written.tsx';
import { choices, type Voter } from './deliberation.ts';

const RECORD = graphql(`
  mutation RecordDeliberationVote($input: RecordDeliberationVoteInput!) {
    recordDeliberationVote(input: $input) { deliberation { id } }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawDeliberationVote($input: WithdrawDeliberationVoteInput!) {
    withdrawDeliberationVote(input: $input) { deliberation { id } }
  }
`);
const OBJECT = graphql(`
  mutation RecordDeliberationObjection($input: RecordDeliberationObjectionInput!) {
    recordDeliberationObjection(input: $input) { deliberation { id } }
  }
`);

interface Props {
  voter: Voter;
  onClose: () => void;
}

/** Records how somebody votes, with why they do not vote for it. */
export function RecordVote({ voter, onClose }: Props) {
  const { t } = useTranslation('deliberations');
  const record = useChange(RECORD);
  return (
    <FormModal<{ choice: VoteChoice; objection?: string }>
      title={t('recordVote')}
      submitLabel={t('recordVote')}
      initialValues={{ choice: 'FOR' }}
      onClose={onClose}
      onSubmit={async ({ choice, objection }) => {
        const objections = choice !== 'FOR' && objection?.trim() ? { objections: [objection] } : {};
        await record({ voter: voter.id, choice, ...objections });
        return t('voteRecorded');
      }}
    >
      {(form) => (
        <>
          <Form.Item name="choice" label={t('choice')}>
            <Radio.Group options={choices.map((value) => ({ value, label: t(`choices.${value}`) }))} />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() =>
              form.getFieldValue('choice') !== 'FOR' && (
                <Form.Item name="objection" label={t('objectionOptional')} extra={t('objectionHint')}>
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={most.account} />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      )}
    </FormModal>
  );
}

/** Withdraws a vote; they may vote anew. */
export function WithdrawVote({ voter, onClose }: Props) {
  const { t } = useTranslation('deliberations');
  const withdraw = useChange(WITHDRAW);
  return (
    <FormModal<{ reason: string }>
      title={t('withdrawVote')}
      lead={t('withdrawLead')}
      danger
      submitLabel={t('withdrawVote')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await withdraw({ voter: voter.id, reason });
        return t('voteWithdrawn');
      }}
    >
      <Written name="reason" label={t('reason')} />
    </FormModal>
  );
}

/** Records why somebody did not vote for it. */
export function RecordObjection({ voter, onClose }: Props) {
  const { t } = useTranslation('deliberations');
  const object = useChange(OBJECT);
  return (
    <FormModal<{ text: string }>
      title={t('recordObjection')}
      submitLabel={t('recordObjection')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ text }) => {
        await object({ voter: voter.id, text });
        return t('objectionRecorded');
      }}
    >
      <Written name="text" label={t('objection')} />
    </FormModal>
  );
}
