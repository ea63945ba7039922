import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { DeliberationTalk, ObjectorReply } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { type Objection, replies, talkWays } from './deliberation.ts';

const ANSWER = graphql(`
  mutation AnswerDeliberationObjection($input: AnswerDeliberationObjectionInput!) {
    answerDeliberationObjection(input: $input) { deliberation { id } }
  }
`);
const REPLY = graphql(`
  mutation RecordObjectorReply($input: RecordObjectorReplyInput!) {
    recordObjectorReply(input: $input) { deliberation { id } }
  }
`);

interface Props {
  objection: Objection;
  town: string;
  onClose: () => void;
}

/** Answers an objection: what was said, by whom, and by what talk. */
export function AnswerObjection({ objection, town, onClose }: Props) {
  const { t } = useTranslation(['deliberations', 'ui']);
  const answer = useChange(ANSWER);
  const register = useRegister(town);
  return (
    <FormModal<{ text: string; way: DeliberationTalk; person: string; on: string }>
      title={t('answer')}
      submitLabel={t('answer')}
      initialValues={{ way: 'AT_HOME', on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ person, ...values }) => {
        await answer({ ...values, objection: objection.id, person: await register.person(person) });
        return t('answered');
      }}
    >
      <Written name="text" label={t('answerText')} />
      <Form.Item name="way" label={t('way')}>
        <Select options={talkWays.map((value) => ({ value, label: t(`ways.${value}`) }))} />
      </Form.Item>
      <Required chosen name="person" label={t('answeredBy')}>
        <PersonPicker town={town} />
      </Required>
      <DayField name="on" label={t('ui:on')} />
    </FormModal>
  );
}

/** Puts down what who objected said to the answer. */
export function RecordReply({ objection, onClose }: Props) {
  const { t } = useTranslation(['deliberations', 'ui']);
  const reply = useChange(REPLY);
  return (
    <FormModal<{ reply: ObjectorReply; on: string }>
      title={t('recordReply')}
      submitLabel={t('recordReply')}
      initialValues={{ reply: 'SATISFIED', on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await reply({ ...values, objection: objection.id });
        return t('replyRecorded');
      }}
    >
      <Form.Item name="reply" label={t('reply')}>
        <Select options={replies.map((value) => ({ value, label: t(`replies.${value}`) }))} />
      </Form.Item>
      <DayField name="on" label={t('ui:on')} />
    </FormModal>
  );
}
