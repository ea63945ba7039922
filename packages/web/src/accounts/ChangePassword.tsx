import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { signIn } from '../signin/session.ts';
import { InlineForm } from '../ui/InlineForm.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Required } from '../ui/Required.tsx';

const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) { account { id } }
  }
`);

/** Changes one's own password. */
export function ChangePassword() {
  const { t } = useTranslation(['accounts', 'ui']);
  const change = useChange(CHANGE_PASSWORD, { rereads: false });
  return (
    <Panel title={t('change.title')}>
      <InlineForm<{ current: string; new: string; again: string }>
        submitLabel={t('change.submit')}
        onSubmit={async (values) => {
          await change({ current: values.current, new: values.new });
          // Every session has ended, this one too.
          setTimeout(() => void signIn('/account'), 2000);
          return t('change.done');
        }}
      >
        <Required name="current" label={t('change.current')}>
          <Input.Password autoComplete="current-password" />
        </Required>
        <Required name="new" label={t('change.new')}>
          <Input.Password autoComplete="new-password" />
        </Required>
        <Form.Item
          name="again"
          label={t('change.again')}
          dependencies={['new']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, value) => {
                if (value !== getFieldValue('new')) throw new Error(t('change.differ'));
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </InlineForm>
    </Panel>
  );
}
