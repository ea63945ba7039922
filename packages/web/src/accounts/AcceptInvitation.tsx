import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { InlineForm } from '../ui/InlineForm.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Required } from '../ui/Required.tsx';

const ACCEPT_INVITATION = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) { viewer { account { id } } }
  }
`);

/** Takes up the work that a town has offered with a code. */
export function AcceptInvitation() {
  const { t } = useTranslation(['accounts', 'ui']);
  const accept = useChange(ACCEPT_INVITATION);
  return (
    <Panel title={t('accept.title')}>
      <p className="lead">{t('accept.lead')}</p>
      <InlineForm<{ code: string }>
        submitLabel={t('accept.submit')}
        onSubmit={async ({ code }) => {
          await accept({ code: code.trim() });
          return t('accept.done');
        }}
      >
        <Required name="code" label={t('accept.code')}>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Required>
      </InlineForm>
    </Panel>
  );
}
