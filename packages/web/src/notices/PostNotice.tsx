import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';

const POST_NOTICE = graphql(`
  mutation PostNotice($input: PostNoticeInput!) {
    postNotice(input: $input) { notice { id } }
  }
`);

/** Posts a notice of a team on the board of its block. */
export function PostNotice({ team, onClose }: { team: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation('notices');
  const post = useChange(POST_NOTICE);
  return (
    <FormModal<{ title: string; text: string; from: string; to?: string }>
      title={t('postTitle', { name: team.name })}
      lead={t('postLead')}
      submitLabel={t('post')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await post({ team: team.id, ...values });
        return t('posted', { title: values.title });
      }}
    >
      <Required name="title" label={t('title')}>
        <Input maxLength={most.name} />
      </Required>
      <Written name="text" label={t('text')} />
      <DayField name="from" label={t('from')} />
      <Form.Item name="to" label={t('to')} extra={t('toHint')}>
        <DateInput />
      </Form.Item>
    </FormModal>
  );
}
